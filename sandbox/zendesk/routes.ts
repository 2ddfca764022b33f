import type { Credentials } from './options.ts'
import { chatRoutes } from './resources/chats.ts'
import { commentRoutes } from './resources/comments.ts'
import { logRoutes } from './resources/conversation-log.ts'
import { deletedTicketRoutes } from './resources/deleted-tickets.ts'
import { deletedUserRoutes } from './resources/deleted-users.ts'
import { fieldRoutes } from './resources/fields.ts'
import { fileRoutes } from './resources/files.ts'
import { identityRoutes } from './resources/identities.ts'
import { jobRoutes } from './resources/jobs.ts'
import { newUserRoutes } from './resources/new-users.ts'
import { organizationRoutes } from './resources/organizations.ts'
import { ratingRoutes } from './resources/ratings.ts'
import { redactionRoutes } from './resources/redactions.ts'
import { ruleRoutes } from './resources/rules.ts'
import { searchRoutes } from './resources/search.ts'
import { settingRoutes } from './resources/settings.ts'
import { sideRoutes } from './resources/side-conversations.ts'
import { suspendedRoutes } from './resources/suspended-tickets.ts'
import { ticketRoutes } from './resources/tickets.ts'
import { userTicketRoutes } from './resources/user-tickets.ts'
import { userRoutes } from './resources/users.ts'
import { viewRoutes } from './resources/views.ts'
import type { Route } from './transport/call.ts'
import { tokenRoutes } from './transport/tokens.ts'

/** Every endpoint; the first that fits a path is taken. */
export const routesFor = (credentials: Credentials): Route[] => [
  ...tokenRoutes(credentials),
  ...userRoutes,
  ...newUserRoutes,
  ...identityRoutes,
  ...userTicketRoutes,
  ...deletedUserRoutes,
  ...ticketRoutes,
  ...commentRoutes,
  ...logRoutes,
  ...redactionRoutes,
  ...chatRoutes,
  ...sideRoutes,
  ...ratingRoutes,
  ...deletedTicketRoutes,
  ...suspendedRoutes,
  ...searchRoutes,
  ...jobRoutes,
  ...ruleRoutes,
  ...viewRoutes,
  ...organizationRoutes,
  ...fieldRoutes,
  ...settingRoutes,
  ...fileRoutes,
]
