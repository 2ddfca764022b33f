import type { Words } from '../en/index.ts'

/** What the approver's window points out before anything is agreed to. */
export const planHeed: Pick<Words['plan'], 'rule' | 'heed'> = {
  rule: {
    title: 'Règles du compte qui enverraient quelque chose à cette occasion',
    trigger: 'Déclencheur',
    automation: 'Automatisme',
    webhook: 'Appel sortant (webhook)',
    mail: 'il envoie un e-mail',
    push: 'il transmet à un autre système',
    more: {
      one: (n) => `et ${n} autre règle.`,
      other: (n) => `et ${n} autres règles.`,
    },
    way: 'Pour les faire taire, excluez-en les tickets qui portent le marqueur de la politique, posé en premier.',
  },
  heed: {
    title: 'À savoir avant d’approuver',
    files: {
      one: (n) =>
        `${n} ticket qui reste contient des fichiers ou enregistrements que personne n’a ouverts\u00a0: on ne sait pas ce qu’ils montrent.`,
      other: (n) =>
        `${n} tickets qui restent contiennent des fichiers ou enregistrements que personne n’a ouverts\u00a0: on ne sait pas ce qu’ils montrent.`,
    },
    unseen: 'Les fichiers et enregistrements supprimés n’ont pas été ouverts non plus.',
    staff:
      'Parmi les utilisateurs figure un membre de l’équipe. Ce qui lui était assigné ne l’est ensuite à personne. Zendesk ne supprime jamais le propriétaire du compte\u00a0: transférez d’abord la propriété.',
    voice:
      'Quand un enregistrement est supprimé, le commentaire de l’appel dit encore qui a appelé qui, et quand.',
    waits:
      'L’utilisateur n’est supprimé qu’une fois ses tickets ouverts clos par ceux qui les traitent. La demande attend jusque-là.',
    lapsed: (why) => `Il avait été approuvé, et ne l’est plus\u00a0: ${why}.`,
    rehearsal:
      'Ce service ne fait que répéter\u00a0: quoi qu’on approuve, rien n’est écrit dans Zendesk.',
    byHand:
      'La réponse ne peut pas partir sur le ticket\u00a0: le responsable du support la remet lui-même.',
    halted: (why) => `La demande est à l’arrêt\u00a0: ${why}`,
    users: 'L’utilisateur lui-même reste\u00a0: une conservation légale l’impose.',
  },
}
