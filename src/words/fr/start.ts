import type { Words } from '../en/index.ts'

/** Why the desk does not open, and what to do. */
export const start: Words['start'] = {
  credentials:
    'Zendesk ne connaît pas ces identifiants. Vérifiez ZENDESK_CLIENT_ID et ZENDESK_CLIENT_SECRET (Centre d’administration › Applications et intégrations › Clients OAuth) et leurs portées\u00a0: read write.',
  unreachable: 'Zendesk ne répond pas. Vérifiez ZENDESK_URL et le réseau, puis recommencez.',
  unexpected:
    'Zendesk répond, mais pas comme son API. Vérifiez que ZENDESK_URL est bien l’adresse du compte.',
  role: 'Ces identifiants sont ceux d’un utilisateur final. Il faut ceux d’un agent ou d’un administrateur.',
}
