import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** What is said to one member when it is his turn. */
export const direct: Words['desk']['direct'] = {
  'confirm-people': 'Dites qui est la personne, s’il vous plaît.',
  'decide-traces': 'Décidez du sort de ce qui a été trouvé, s’il vous plaît.',
  returned: (why) => `Le plan est revenu (${why}). Décidez de nouveau, s’il vous plaît.`,
  approve: 'Lisez le plan, puis approuvez-le ou renvoyez-le, s’il vous plaît.',
  'hand-over': 'Remettez la réponse, s’il vous plaît\u00a0: je ne peux pas l’envoyer moi-même.',
  halted: (why) => `Elle est à l’arrêt. ${why}`,
  where: (channel) => `Tout ce qui la concerne se trouve dans ${channel}.`,
  over: (who) => `Fait par ${who}. Vous n’avez plus rien à faire ici.`,
  past: 'C’est réglé. Vous n’avez plus rien à faire ici.',
}

/** The command `/rights`. */
export const rights: Words['desk']['rights'] = {
  waiting: (n) => `*Vous attendent\u00a0: ${countIn('fr', n)}*`,
  mine: (n) => `*Ouvertes par vous\u00a0: ${countIn('fr', n)}*`,
  soon: (n) => `*Échéance sous une semaine\u00a0: ${countIn('fr', n)}*`,
  all: (n) => `*En cours\u00a0: ${countIn('fr', n)}*`,
  nothing: 'Rien ne vous attend.',
  begin:
    'Pour ouvrir une demande, tapez /rights-erase 48213 avec le numéro du ticket par lequel elle est arrivée.',
  none: 'Aucune demande n’est en cours.',
  more: (n) =>
    `et ${countIn('fr', n)} de plus\u00a0: ouvrez mon onglet Accueil, ou tapez /rights statut avec un numéro.`,
  card: (channel) => `Les boutons sont sur sa carte dans ${channel}.`,
  cards: (channel) => `Les boutons sont sur les cartes dans ${channel} et dans mon onglet Accueil.`,
  unknown:
    'Je ne connais pas cette demande. Tapez son numéro (R-2026-0042), ses deux mots, ou /rights liste.',
  'which-one': 'Dites laquelle\u00a0: /rights statut R-2026-0042, ou ses deux mots.',
  'not-understood': 'Je n’ai pas compris.',
  paused:
    'Le service est en pause. Rien n’est envoyé à Zendesk tant que personne ne tape /rights reprendre.',
  resumed: 'Le service reprend.',
  verified: (entries) =>
    `Le journal est intact\u00a0: ${count(entries, 'entrée', 'entrées')}, aucune ne manque, aucune n’a changé.`,
  broken: (faults) =>
    `*Le journal n’est pas intact\u00a0: ${count(faults, 'défaut', 'défauts')}.* Tapez /rights pause, gardez une copie du dossier de données tel quel, et faites lancer «\u00a0npm run verify\u00a0» dessus par qui m’exploite\u00a0: chaque défaut y est nommé.`,
}

/** What `/rights help` says. */
export const help: Words['desk']['help'] = {
  intro:
    'J’exécute dans Zendesk ce que les personnes demandent au titre de la protection des données\u00a0: je trouve, vous décidez et approuvez, c’est prouvé, puis oublié.',
  lines: [
    '*/rights* — ce qui vous attend, ce qui est à vous, ce qui arrive à échéance',
    '*/rights liste* — chaque demande en cours\u00a0: où elle en est, à qui le tour, son échéance',
    '*/rights statut R-2026-0042* — une demande, par son numéro ou ses deux mots',
    '*/rights vérifier* — contrôler que personne n’a modifié le journal',
    '*/rights pause*, */rights reprendre* — suspendre d’un coup toute écriture dans Zendesk\u00a0; la reprendre',
    '*/rights aide* — ceci',
    '*/rights-erase 48213* — ouvrir un effacement\u00a0: numéro ou adresse de ticket, e-mail, téléphone, nom, ou rien pour un formulaire',
  ].join('\n'),
  who: (open, decide, stop) =>
    `*Qui peut\u00a0:* ouvrir\u00a0: ${open}. Décider et remettre\u00a0: ${decide}. Arrêter, reprendre, mettre en pause\u00a0: ${stop}. Approuver\u00a0: qui la politique désigne, jamais qui a ouvert. Quiconque a un rôle peut regarder.`,
  where: (channel) =>
    `*Où sont les boutons\u00a0:* chaque demande a dans ${channel} une carte qui les porte tous, et un fil qui raconte ce qui s’est passé. Mon onglet Accueil montre la même chose pour toutes\u00a0; je vous écris quand c’est votre tour. Slack n’accepte pas de commande dans un fil\u00a0: passez par la carte.`,
  private:
    'Aucun de mes messages ne contient de donnée personnelle. Elles ne se montrent que dans des fenêtres, à qui a un rôle, et chaque ouverture est consignée.',
}
