import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

type Window = Words['window']

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** What was found, by groups, and what the plan will be. */
export const review: Window['review'] = {
  submit: 'Écrire le plan',
  'submit-again': 'Chercher encore',
  close: 'Finir plus tard',
  due: (date) => `Échéance le ${date}`,
  see: 'Voir',
  decide: 'Décider',
  change: 'Modifier',
  who: 'La personne',
  terms: 'Recherché',
  'new-terms': (n) =>
    `${count(n, 'adresse que la personne a écrite et que je n’ai pas cherchée\u00a0: est-elle à elle', 'adresses que la personne a écrites et que je n’ai pas cherchées\u00a0: sont-elles à elle')} aussi\u00a0?`,
  accepted: (n) => count(n, 'nouvel identifiant à chercher', 'nouveaux identifiants à chercher'),
  answer: 'La réponse',
  plan: 'Le plan sera',
  'plan-again': 'Je cherche encore avec ce que vous avez ajouté, puis je demande ce qui reste.',
  open: (n) =>
    `*${countIn('fr', n)} ${plural('fr', n, { one: 'attend', other: 'attendent' })} encore votre décision.*`,
  'nothing-open': 'Tout est décidé. Rien ne se passe avant que quelqu’un d’autre approuve le plan.',
  'plan-tickets': (n) =>
    count(n, 'ticket supprimé définitivement', 'tickets supprimés définitivement'),
  'plan-redactions': (n) => count(n, 'ticket caviardé', 'tickets caviardés'),
  'plan-mails': (n) => count(n, 'message suspendu supprimé', 'messages suspendus supprimés'),
  'plan-single': (n) =>
    count(
      n,
      'adresse ou numéro supprimé, et son utilisateur reste',
      'adresses ou numéros supprimés, et leurs utilisateurs restent',
    ),
  single: (n) =>
    count(
      n,
      'adresse ou numéro part seul, l’utilisateur reste',
      'adresses ou numéros partent seuls, l’utilisateur reste',
    ),
  'plan-users': (n) =>
    count(n, 'utilisateur supprimé définitivement', 'utilisateurs supprimés définitivement'),
  'plan-kept': (n) => count(n, 'conservé tel quel', 'conservés tels quels'),
  'no-user': 'N’a pas d’utilisateur dans Zendesk\u00a0: recherchée par des mots seulement.',
  'plan-answers': (replies, hand) =>
    `${count(replies, 'réponse sur un ticket', 'réponses sur des tickets')}, ${countIn('fr', hand)} par vous`,
  'plan-reply': 'réponse à la personne',
  'plan-by-hand': 'réponse remise par vous',
  'user-stays': 'L’utilisateur reste\u00a0: une conservation légale l’impose.',
  files: (n) => count(n, 'fichier', 'fichiers'),
  recordings: (n) => count(n, 'enregistrement', 'enregistrements'),
  'fall-with': (what) => `partent avec eux\u00a0: ${what}`,
  outdated:
    'Ce qui a été trouvé a changé depuis que vous l’avez regardé. Voici ce qu’il en est\u00a0: regardez de nouveau avant de décider.',
  returned: (who, why) => `${who} a renvoyé le plan\u00a0: ${why}. Décidez de nouveau.`,
  declined: (who, why) => `${who} a refusé le plan\u00a0: ${why}. Décidez de nouveau.`,
  again:
    'Vous avez déjà décidé. Si vous écrivez le plan de nouveau, il devra être approuvé de nouveau.',
  elsewhere: 'Quelqu’un a décidé entre-temps. Voici où en est la demande.',
}

/** The groups of what was found. */
export const group: Window['group'] = {
  own: 'Les tickets de la personne',
  others: 'Tickets d’autrui qui parlent de la personne',
  mails: 'Messages suspendus',
  stay: 'Ce qui reste',
  namesake: 'Douteux\u00a0: écrit par un homonyme',
  passages: 'Douteux\u00a0: passages qui parlent peut-être d’un autre',
  unsure: 'Douteux\u00a0: à juger un par un',
  deleted: (n) => count(n, 'supprimé définitivement', 'supprimés définitivement'),
  redacted: (n) => count(n, 'caviardé', 'caviardés'),
  spots: (n) => `en ${count(n, 'passage', 'passages')}`,
  kept: (n) => count(n, 'conservé', 'conservés'),
  open: (n) => `${countIn('fr', n)} à décider`,
}

/** Where a request stands once nothing is asked of the lead. */
export const standing: Window['standing'] = {
  approve: 'Le plan est écrit. Rien ne se passe avant son approbation.',
  plan: 'Le plan',
  stays: (n) =>
    count(n, 'élément qui reste, avec son motif', 'éléments qui restent, chacun avec son motif'),
  asked: 'Doivent approuver',
  who: (of, role) => `${of} du rôle ${role}`,
  given: (n) => `${count(n, 'approbation', 'approbations')} à ce jour`,
  review: 'Revoir mes décisions',
  'review-hint':
    'Tant que rien n’est parti vers Zendesk, vous pouvez décider de nouveau. Le plan devra alors être approuvé de nouveau.',
  mine: (roles) => `Décider demande l’un de ces rôles\u00a0: ${roles}.`,
  until: (when) => `Jusqu’au ${when}`,
  done: (done, of) => `${done} opérations sur ${of}`,
  'hand-over':
    'Je ne peux pas joindre la personne de façon sûre\u00a0: remettez la réponse depuis la carte.',
  halted: 'La demande attend que quelqu’un la relance depuis la carte.',
  over: 'Cette demande est terminée. La carte porte son certificat.',
  card: 'Arrêter, Reprendre et tout le reste se trouvent sur la carte.',
}
