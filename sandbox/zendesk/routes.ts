import type { Credentials } from './options.ts'
import { commentRoutes } from './resources/comments.ts'
import { deletedTicketRoutes } from './resources/deleted-tickets.ts'
import { deletedUserRoutes } from './resources/deleted-users.ts'
import { fileRoutes } from './resources/files.ts'
import { identityRoutes } from './resources/identities.ts'
import { jobRoutes } from './resources/jobs.ts'
import { newUserRoutes } from './resources/new-users.ts'
import { redactionRoutes } from './resources/redactions.ts'
import { searchRoutes } from './resources/search.ts'
import { settingRoutes } from './resources/settings.ts'
import { suspendedRoutes } from './resources/suspended-tickets.ts'
import { ticketRoutes } from './resources/tickets.ts'
import { userTicketRoutes } from './resources/user-tickets.ts'
import { userRoutes } from './resources/users.ts'
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
  ...redactionRoutes,
  ...deletedTicketRoutes,
  ...suspendedRoutes,
  ...searchRoutes,
  ...jobRoutes,
  ...settingRoutes,
  ...fileRoutes,
]
