import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

type Window = Words['window']

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** The form by which a request is opened. */
export const intake: Window['intake'] = {
  title: 'Effacer une personne',
  submit: 'Chercher la personne',
  close: 'Annuler',
  subject: 'De qui s’agit-il\u00a0?',
  placeholder: '48213 ou nom@example.com',
  hint: 'Le mieux\u00a0: le numéro ou l’adresse du ticket par lequel la demande est arrivée, car la réponse y part. Sinon une adresse e-mail, un téléphone, un nom, external:… ou user:… Plusieurs personnes\u00a0: une par ligne, ou l’adresse d’une vue Zendesk.',
  received: 'Quand la demande est-elle arrivée\u00a0?',
  'received-hint':
    'Sans date, aujourd’hui. La réponse est due un mois civil plus tard (RGPD, article 12(3)).',
  'from-message': 'Voici ce que j’ai trouvé dans le message. Vérifiez avant de continuer.',
  'nothing-in-message':
    'Je ne trouve ni numéro de ticket, ni lien, ni adresse e-mail dans ce message. Dites de qui il s’agit.',
  again: (number) =>
    `Personne n’a été trouvé pour ${number}. D’autres mots ouvrent une nouvelle demande, et celle-ci est annulée.`,
  line: (line, why) => `Ligne ${countIn('fr', line)}\u00a0: ${why}`,
  'more-lines': (n) => `et encore ${count(n, 'ligne', 'lignes')}`,
  twice: (n) =>
    `${count(n, 'ligne nomme quelqu’un une fois de plus, et ne compte pas', 'lignes nomment quelqu’un une fois de plus, et ne comptent pas')}.`,
  future: 'Ce jour n’est pas encore venu.',
}

/** While the desk is looking. */
export const looking: Window['looking'] = {
  people: 'Je cherche la personne…',
  traces: 'Je cherche chaque trace…',
  plan: 'J’écris le plan…',
  places: (done, of) => `${done} endroits sur ${of}`,
  conversations: (done, of) => `${done} conversations lues sur ${of}`,
  text: 'Cette fenêtre change d’elle-même dès qu’il y a quelque chose à décider. Vous pouvez la fermer\u00a0: la carte, dans le canal, la rouvre.',
  again: 'Regarder de nouveau',
  close: 'Finir plus tard',
  waits: {
    'zendesk-silent': 'Zendesk ne répond pas pour le moment.',
    'zendesk-limited': 'Zendesk nous demande d’attendre.',
    'disk-full': 'Mon disque est plein\u00a0: qui m’exploite doit faire de la place.',
    'people-unknown': 'Je ne peux pas vérifier les rôles pour le moment.',
    'policy-unreadable':
      'Le fichier de politique est illisible\u00a0: qui m’exploite doit le corriger.',
    other: 'Je n’ai pas pu continuer.',
  },
  retry: (time) => `Je réessaie de moi-même à ${time}.`,
}

/** Who the person is. */
export const people: Window['people'] = {
  submit: 'Chercher chaque trace',
  question: 'Est-ce bien la personne\u00a0?',
  questions: 'Qui, parmi eux, est la personne\u00a0?',
  text: 'Qui est coché sera effacé plus tard, si quelqu’un d’autre l’approuve. Qui ne l’est pas compte comme quelqu’un d’autre.',
  leave: 'Laisser comme avant',
  label: 'C’est la personne',
  also: 'C’est aussi la personne',
  nobody: 'Personne n’a été trouvé.',
  'nobody-text': (number) =>
    `Zendesk n’a aucun utilisateur sous ces mots. La demande ${number} est tout de même ouverte\u00a0: essayez d’autres mots, continuez avec ce que d’autres ont écrit sur quelqu’un sans utilisateur, ou annulez-la depuis sa carte.`,
  before: (states) => `D’autres demandes portent sur la même personne\u00a0: ${states}.`,
  state: { open: 'encore ouverte', closed: 'terminée', sealed: 'terminée et scellée' },
  namesake: 'Quelqu’un d’autre du même nom\u00a0?',
  many: (n) =>
    count(
      n,
      'personne trouvée exactement, avec une adresse confirmée',
      'personnes trouvées exactement, avec une adresse confirmée chacune',
    ),
  'many-more': (n) => `et encore ${countIn('fr', n)}`,
  'many-all': (n) => `Confirmer les ${countIn('fr', n)}`,
  'many-label': 'Trouvées exactement',
  'many-sample': 'Les premières\u00a0:',
  'many-doubt': (n) => `${count(n, 'cas douteux', 'cas douteux')}\u00a0: dites pour chacun`,
  'many-none': 'Personne n’a été trouvé\u00a0: laissé hors de la demande.',
  'many-same': (n) =>
    `${count(n, 'figure deux fois dans la liste, et compte une fois', 'figurent deux fois dans la liste, et comptent une fois')}.`,
  'many-left': 'Rien de coché\u00a0: laissé hors de la demande, et nommé dans le plan.',
  'many-choose': 'Cochez au moins une personne, ou annulez la demande depuis sa carte.',
  other: 'Essayer d’autres mots',
  back: 'Retour à ceux qui ont été trouvés',
  'none-of-them': 'Aucun d’eux n’est la personne',
  'none-text':
    'Alors on ne touche à aucun de ceux qui ont été trouvés. D’autres ont pu écrire sur la personne malgré tout.',
  'no-user': 'La personne n’a pas d’utilisateur\u00a0: chercher dans tous les textes',
  'no-user-hint':
    'Un par ligne\u00a0: une adresse e-mail, un téléphone, un nom. Vous devrez alors remettre la réponse vous-même.',
  'too-short': 'C’est trop court pour être cherché\u00a0: on le trouverait partout.',
  choose:
    'Cochez qui est la personne. Si ce n’est aucun d’eux, annulez la demande depuis sa carte.',
  staff: 'fait partie de l’équipe',
  'staff-text':
    'Un membre de l’équipe n’est effacé qu’avec davantage d’approbations. Il ne pourra plus se connecter, et les tickets qui lui sont attribués n’auront plus de responsable. Un administrateur doit d’abord devenir agent\u00a0; le propriétaire du compte doit auparavant en transférer la propriété (Centre d’administration › Compte › Facturation).',
  page: (from, to, of) => `${from} à ${to} sur ${of}`,
  gone: (n) =>
    `${countIn('fr', n)} ${plural('fr', n, { one: 'utilisateur confirmé plus tôt et supprimé depuis\u00a0: il fait', other: 'utilisateurs confirmés plus tôt et supprimés depuis\u00a0: ils font' })} toujours partie de la personne.`,
  line: (name, value) => `${name}\u00a0: ${value}`,
  email: 'Adresse e-mail',
  phone: 'Téléphone',
  identities: 'Identités',
  organisation: 'Entreprise',
  external: 'Identifiant externe',
  alias: 'Surnom',
  role: 'Rôle',
  roles: { 'end-user': 'utilisateur final', agent: 'agent de l’équipe', admin: 'administrateur' },
  suspended: 'suspendu\u00a0: Zendesk ne lui envoie rien',
  deleted: 'supprimé',
  for: 'Pour',
  against: 'Contre',
  exact: 'correspond, à la lettre près, à ce que vous avez donné',
  wrote: 'a écrit le ticket que vous avez donné',
  'same-identity': 'a désormais une adresse de la personne',
  'name-only': 'seul le nom est le même',
  'not-exact': 'aucune de ses adresses ne correspond, à la lettre près, à ce que vous avez donné',
  namesakes: (n) =>
    `${countIn('fr', n)} ${plural('fr', n, { one: 'autre porte ici', other: 'autres portent ici' })} le même nom`,
}
