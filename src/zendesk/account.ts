import { z } from 'zod'
import type { Http } from './send.ts'

/** What an account can do, as far as its settings say so. Older accounts leave some of them out. */
export type AccountSettings = {
  /** Decides by which way a comment is redacted. */
  agentWorkspace: boolean | 'unknown'
  /** Whether agents (not only admins) may delete tickets and redact. Custom roles go before it. */
  agentTicketDeletion: boolean | 'unknown'
  /** Whether a file's address works only for who is signed in. Otherwise the address is a secret. */
  privateAttachments: boolean | 'unknown'
}

const Settings = z.object({
  settings: z.object({
    agents: z.object({ agent_workspace: z.boolean().optional() }).optional(),
    tickets: z
      .object({
        agent_ticket_deletion: z.boolean().optional(),
        private_attachments: z.boolean().optional(),
      })
      .optional(),
  }),
})

/** https://developer.zendesk.com/api-reference/ticketing/account-configuration/account_settings/ */
export const account = (http: Http) => ({
  settings: async (): Promise<AccountSettings> => {
    const { settings } = await http.send({
      shape: Settings,
      method: 'GET',
      path: '/api/v2/account/settings',
    })
    return {
      agentWorkspace: settings.agents?.agent_workspace ?? 'unknown',
      agentTicketDeletion: settings.tickets?.agent_ticket_deletion ?? 'unknown',
      privateAttachments: settings.tickets?.private_attachments ?? 'unknown',
    }
  },
})
