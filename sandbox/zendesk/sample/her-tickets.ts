import { camille, staff } from './people.ts'
import type { Story } from './story-types.ts'

const me = camille.id
const [sofia, thomas] = [staff.agent.id, staff.second.id]
const signed = `Camille Lefèvre\n${camille.phone}`

/** What Camille Lefèvre wrote to the shop over four years. */
export const herTickets: readonly Story[] = [
  {
    id: 23117,
    subject: 'Commande NO-118204 : délai de livraison',
    by: me,
    status: 'closed',
    archived: true,
    tags: ['livraison'],
    lines: [
      {
        by: me,
        text: `Bonjour,\n\nJ'ai commandé une tente Skagen 2 il y a neuf jours et le suivi n'a pas bougé depuis lundi. Pouvez-vous me dire où en est le colis ? Nous partons vendredi.\n\nMerci d'avance,\n${signed}`,
      },
      {
        by: thomas,
        text: `Bonjour Camille,\n\nLe transporteur a confirmé une livraison demain avant 13 h. Je vous envoie un message dès que le colis est scanné.\n\nBien à vous,\nThomas`,
      },
      { by: me, text: 'Reçue ce matin, merci beaucoup !\nCamille' },
    ],
  },
  {
    id: 27604,
    subject: 'Retour veste Fjell : couture défaite',
    by: me,
    status: 'closed',
    archived: true,
    tags: ['retour'],
    lines: [
      {
        by: me,
        html: `<p dir="auto">Bonjour, la couture de la poche gauche de ma veste Fjell a lâché après deux sorties. Photo ci-dessous et facture en pièce jointe.</p><p dir="auto"><img src="{file:0}" alt="couture.jpg"></p><p dir="auto">Camille Lefèvre<br>14 rue des Tanneurs, 48000 Mende</p>`,
        files: [
          { name: 'couture.jpg', type: 'image/jpeg', inline: true, about: 'a torn seam' },
          {
            name: 'facture-lefevre-NO-131077.pdf',
            type: 'application/pdf',
            about: 'an invoice with name and address',
          },
        ],
      },
      {
        by: sofia,
        text: 'Bonjour Camille,\n\nMerci pour la photo. Nous échangeons la veste ; une étiquette de retour vous est envoyée à camille.lefevre@example.com.\n\nSofia',
      },
      { by: sofia, note: true, text: 'Échange accordé, cliente fidèle (Lefèvre, Mende).' },
    ],
  },
  {
    id: 31482,
    subject: 'Appel entrant de +33 6 39 98 12 34',
    by: me,
    status: 'closed',
    archived: true,
    channel: 'voice',
    tags: ['appel'],
    lines: [
      {
        by: me,
        text: 'Appel entrant de +33 6 39 98 12 34\n\nDurée : 3 minutes, 41 secondes',
        call: {
          from: '+33639981234',
          to: '+33199000142',
          transcript:
            'Bonjour, Camille Lefèvre à l’appareil, je voudrais changer l’adresse de livraison de ma commande.',
        },
      },
      {
        by: thomas,
        note: true,
        text: 'Adresse changée après vérification de la date de naissance.',
      },
    ],
  },
  {
    id: 39871,
    subject: 'Question sur le fartage',
    by: me,
    status: 'closed',
    archived: true,
    channel: 'web',
    lines: [
      {
        by: me,
        text: 'Bonjour, quelle cire conseillez-vous pour des skis à écailles par +2 °C ?\nCamille L.',
      },
      {
        by: sofia,
        text: 'Bonjour, la Glid Universal convient très bien dans cette plage. Bonnes sorties !\nSofia',
      },
    ],
  },
  {
    id: 44120,
    subject: 'Chaussures Trollstigen : semelle décollée',
    by: me,
    status: 'closed',
    tags: ['garantie'],
    lines: [
      {
        by: me,
        html: `<p dir="auto">Re-bonjour,<br>la semelle droite se décolle déjà, voyez la photo :</p><p dir="auto"><img src="{file:0}" alt="semelle.png"></p><p dir="auto">Commande NO-162390. <a href="mailto:camille.lefevre@example.com">Camille Lefèvre</a>, 06 39 98 12 34</p>`,
        files: [
          { name: 'semelle.png', type: 'image/png', inline: true, about: 'a loose sole' },
          { name: 'ticket-de-caisse.jpg', type: 'image/jpeg', about: 'a receipt with a name' },
        ],
      },
      {
        by: thomas,
        text: 'Bonjour Camille,\n\nC’est pris sous garantie. Déposez-les au point relais avec le code joint.\n\nThomas',
      },
      { by: me, text: 'Déposées aujourd’hui. Merci !' },
    ],
  },
  {
    id: 45877,
    subject: 'Changement d’adresse',
    by: me,
    status: 'closed',
    channel: 'web',
    lines: [
      {
        by: me,
        text: 'Bonjour,\nj’ai déménagé : 3 impasse du Moulin, 34000 Montpellier. Merci de mettre à jour mon compte client NL-C-20417.\nCamille Lefèvre',
      },
      { by: sofia, text: 'C’est fait, bienvenue à Montpellier !\nSofia' },
    ],
  },
  {
    id: 46903,
    subject: 'Conversation avec Camille Lefèvre',
    by: me,
    status: 'closed',
    channel: 'native_messaging',
    tags: ['messagerie'],
    lines: [
      { by: me, text: 'Bonjour ! Mon code de parrainage ne marche pas.' },
      { by: thomas, text: 'Bonjour Camille, essayez NORDLYS-CL-7 s’il vous plaît.' },
      { by: me, text: 'Parfait, merci.' },
    ],
  },
  {
    id: 47655,
    subject: 'Remboursement en attente',
    by: me,
    status: 'solved',
    from: camille.second,
    tags: ['remboursement'],
    lines: [
      {
        by: me,
        text: 'Bonjour,\n\nje vous écris de mon autre adresse (c.lefevre@example.net). Le remboursement de la commande NO-170551 n’est pas arrivé.\n\nCamille Lefèvre',
      },
      {
        by: sofia,
        text: 'Bonjour Camille, le virement est parti ce matin, comptez deux jours ouvrés.\nSofia',
      },
    ],
  },
  {
    id: 48004,
    subject: 'Trop d’e-mails de votre part',
    by: me,
    status: 'solved',
    lines: [
      {
        by: me,
        text: `Bonjour,\n\nje reçois trois lettres d'information par semaine alors que je me suis désabonnée deux fois. Merci d'arrêter.\n\n${signed}`,
      },
      {
        by: thomas,
        text: 'Bonjour Camille,\n\nVous avez raison, toutes nos excuses. Vous êtes retirée de la liste.\n\nThomas',
      },
    ],
  },
  {
    id: 48213,
    subject: 'Suppression de mes données personnelles',
    by: me,
    status: 'open',
    tags: ['rgpd'],
    lines: [
      {
        by: me,
        text: `Bonjour,\n\nEn vertu de l'article 17 du RGPD, je vous demande d'effacer l'ensemble des données personnelles que vous détenez sur moi : mon compte client, mes conversations avec votre service et tout message qui me cite.\n\nMerci de me confirmer l'effacement dans le délai légal d'un mois.\n\nCordialement,\nCamille Lefèvre`,
      },
    ],
  },
]
