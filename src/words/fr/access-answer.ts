import type { Words } from '../en/index.ts'

/** Ce que la réponse à une demande d’accès dit à la personne. */
export const accessAnswer: Words['accessAnswer'] = {
  language: 'fr',
  title: 'Ce que nous détenons à votre sujet, et pourquoi',
  intro: (organisation, number, on) =>
    `Vous avez demandé à ${organisation} quelles données à caractère personnel vous concernant sont traitées par son service client (demande ${number}). Voici la réponse, telle que les choses étaient au ${on}. Une copie des données l’accompagne.`,
  category: {
    profile: 'Votre profil client',
    identities: 'Adresses, numéros et comptes sous lesquels nous vous connaissons',
    organisations: 'Organisations auxquelles vous appartenez',
    conversations: 'Conversations avec le service client',
    messages: 'Messages de ces conversations',
    metadata: 'Données techniques des messages (dont l’adresse IP d’envoi)',
    files: 'Fichiers de ces conversations',
    recordings: 'Appels enregistrés',
    ratings: 'Évaluations que vous avez données',
    'side-conversations': 'Échanges de notre équipe avec des tiers à propos de votre dossier',
    'held-back-mails': 'Vos messages suspendus',
    mentions: 'Passages à votre sujet dans les conversations d’autres personnes',
    requests: 'Vos demandes précédentes au sujet de vos données',
  },
  held: (n) => `Nombre\u00a0: ${n.toLocaleString('fr')}`,
  basis: {
    consent: 'votre consentement (article 6, paragraphe 1, point a) du RGPD)',
    contract:
      'un contrat avec vous ou des mesures précontractuelles (article 6, paragraphe 1, point b) du RGPD)',
    'legal-obligation': 'une obligation légale (article 6, paragraphe 1, point c) du RGPD)',
    'vital-interests': 'des intérêts vitaux (article 6, paragraphe 1, point d) du RGPD)',
    'public-task': 'une mission d’intérêt public (article 6, paragraphe 1, point e) du RGPD)',
    'legitimate-interests': 'des intérêts légitimes (article 6, paragraphe 1, point f) du RGPD)',
  },
  label: {
    purpose: 'Finalité',
    legalBasis: 'Base juridique',
    retention: 'Durée de conservation',
    source: 'Origine',
    recipients: 'Destinataires',
    transfers: 'Transferts vers d’autres pays',
    storedIn: 'Lieu de stockage',
    automatedDecisions: 'Décisions automatisées',
  },
  fromYou: 'vous-même',
  nobody: 'personne en dehors de nous',
  none: 'aucun',
  rightsTitle: 'Vos droits',
  rights: [
    'Vous pouvez faire rectifier des données inexactes ou incomplètes.',
    'Vous pouvez demander l’effacement de vos données ou la limitation de leur utilisation.',
    'Vous pouvez vous opposer à leur utilisation, et transmettre à un tiers ce que vous nous avez fourni.',
  ],
  complaint: (authority) =>
    `Si vous n’êtes pas d’accord avec nous, vous pouvez saisir votre autorité de protection des données${authority ? `\u00a0: ${authority}` : ''}.`,
  contact: (whom) => `Pour toute question sur vos données\u00a0: ${whom}`,
  copy: 'La copie de vos données se trouve dans index.html, à côté de cette réponse.',
}
