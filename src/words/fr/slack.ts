import type { Words } from '../en/index.ts'

/** What is wrong with the Slack app or its surroundings, and who can mend it how. */
export const slack: Words['slack'] = {
  'invalid-token': () =>
    'Slack ne connaît pas ce jeton. Copiez celui du bot (xoxb-…), page de l’application › OAuth & Permissions, dans SLACK_BOT_TOKEN.',
  'missing-scope': (scope) =>
    `Il manque à l’application la permission ${scope}. Ajoutez-la comme dans manifest.yaml, réinstallez l’application et redémarrez.`,
  'channel-missing': (channel) =>
    `Je ne vois pas le canal ${channel}. Vérifiez son identifiant dans la politique (channels)\u00a0; s’il est privé, invitez-y l’application\u00a0: /invite @Rights Desk.`,
  'not-in-channel': (channel) =>
    `Je ne suis pas dans le canal ${channel}. Invitez-y l’application\u00a0: /invite @Rights Desk.`,
  'channel-archived': (channel) =>
    `Le canal ${channel} est archivé. Nommez-en un autre dans la politique (channels), ou rétablissez-le.`,
  'channel-shared': (channel) =>
    `Le canal ${channel} est partagé avec une autre organisation, dont les membres liraient tout. Nommez un canal à nous dans la politique (channels).`,
  'group-missing': (group) =>
    `Le groupe ${group}, que nomme la politique, n’existe plus. Tant que la politique n’est pas corrigée, personne ne peut rien faire\u00a0: je ne sais plus qui a quel rôle.`,
  'group-disabled': (group) =>
    `Le groupe ${group}, que nomme la politique, est désactivé. Réactivez-le dans Slack, ou corrigez la politique.`,
  'slack-unreachable': (method) =>
    `Slack ne répond pas (${method}). Vérifiez le réseau\u00a0; je reprends dès qu’il répond.`,
  'slack-limited': (method) => `Slack me demande d’attendre (${method}). Je reprends tout seul.`,
  'slack-refused': (code) =>
    `Slack a refusé un appel (${code}). Regardez la page de l’application.`,
  'no-channels': () =>
    'La politique ne nomme aucun canal. Ajoutez-y «\u00a0channels\u00a0» avec les identifiants de deux canaux où se trouve l’application\u00a0: requests et audit.',
  'port-taken': (port) =>
    `Le port ${port} est pris par un autre programme. Choisissez-en un autre\u00a0: PORT=3001 npm start.`,
}
