import { homonym, others, staff } from './people.ts'
import type { Story } from './story-types.ts'

const me = homonym.id
const [sofia, thomas] = [staff.agent.id, staff.second.id]
const signed = 'Camille Lefèvre\nClub Alpin de Lozère'

/** Another Camille Lefèvre, of a mountain club, and a colleague who speaks of her. */
export const homonymTickets: readonly Story[] = [
  {
    id: 41733,
    subject: 'Devis pour vingt piolets',
    by: me,
    status: 'closed',
    archived: true,
    tags: ['devis'],
    lines: [
      {
        by: me,
        text: `Bonjour,\n\nmerci de nous faire un devis pour vingt piolets Isbre.\n\n${signed}`,
      },
      { by: thomas, text: 'Bonjour Camille, le devis est joint à votre espace club.\nThomas' },
    ],
  },
  {
    id: 45390,
    subject: 'Location de tentes en juillet',
    by: me,
    status: 'closed',
    lines: [
      {
        by: me,
        text: `Bonjour, pouvons-nous louer douze tentes du 10 au 17 juillet ?\n\n${signed}`,
      },
      { by: sofia, text: 'Bonjour, c’est réservé.\nSofia' },
    ],
  },
  {
    id: 46777,
    subject: 'Clé du local',
    by: others.solene.id,
    status: 'closed',
    lines: [
      {
        by: others.solene.id,
        text: 'Bonjour, Mme Lefèvre, notre présidente, passera prendre le matériel samedi. Le club a la clé.\nSolène Vidal, Club Alpin de Lozère',
      },
      { by: thomas, text: 'Bien noté, à samedi.' },
    ],
  },
  {
    id: 47120,
    subject: 'Facture du club',
    by: me,
    status: 'solved',
    lines: [
      {
        by: me,
        text: `Bonjour, la facture de juillet n’est pas arrivée (camille.lefevre@example.org).\n\n${signed}`,
      },
      { by: sofia, text: 'Bonjour, la voici.\nSofia' },
    ],
  },
  {
    id: 48177,
    subject: 'Réparation de deux tentes',
    by: me,
    status: 'open',
    lines: [{ by: me, text: `Bonjour, deux arceaux sont cassés. Comment procéder ?\n\n${signed}` }],
  },
]
