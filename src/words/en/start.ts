/** Why the desk does not open, and what to do. */
export const start = {
  credentials:
    'Zendesk does not know these credentials. Check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET (Admin Center › Apps and integrations › OAuth clients) and their scopes: read write.',
  unreachable: 'Zendesk does not answer. Check ZENDESK_URL and the network, and start again.',
  unexpected:
    'Zendesk answers, but not as its API does. Check that ZENDESK_URL is the account’s own address.',
  role: 'These credentials belong to an end user. Use those of an agent or an administrator.',
} as const
