import { type Handler, idOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'

const settings: Handler = (_call, { setup }) => {
  const tickets = { ...fixed.tickets, agent_ticket_deletion: setup.agentTicketDeletion }
  const agents = { ...fixed.agents, agent_workspace: setup.agentWorkspace }
  return ok({ settings: { ...fixed, tickets, agents } })
}

// What a client looks at varies with the set-up; the rest is as any account has it.
const fixed = {
  branding: {
    header_color: '1F3A3D',
    page_background_color: 'F5F4F0',
    tab_background_color: '7FA239',
    text_color: 'FFFFFF',
    header_logo_url: null,
    favicon_url: null,
  },
  apps: { use: true, create_private: true, create_public: false },
  tickets: {
    list_newest_comments_first: true,
    collaboration: true,
    private_attachments: false,
    agent_collision: true,
    tagging: true,
    list_empty_views: true,
    comments_public_by_default: true,
    maximum_personal_views_to_list: 8,
    status_hold: true,
    markdown_ticket_comments: false,
    rich_text_comments: true,
    emoji_autocompletion: true,
    assign_tickets_upon_solve: true,
    allow_group_reset: true,
  },
  agents: {
    agent_home: false,
    focus_mode: false,
    idle_timeout_enabled: false,
    unified_agent_statuses: false,
    aw_self_serve_migration_enabled: true,
  },
  chat: {
    enabled: false,
    available: true,
    maximum_request_count: 1,
    welcome_message: 'Hi there. How can I help today?',
    integrated: true,
  },
  user: {
    tagging: true,
    time_zone_selection: true,
    language_selection: true,
    multiple_organizations: false,
    agent_created_welcome_emails: false,
    end_user_phone_number_validation: false,
    have_gravatars_enabled: true,
  },
  active_features: {
    on_hold_status: true,
    user_tagging: true,
    ticket_tagging: true,
    voice: true,
    suspended_ticket_notification: false,
    customer_satisfaction: true,
    light_agents: false,
    ticket_forms: true,
    user_org_fields: true,
  },
  brands: { default_brand_id: 6_130_830_354_842, require_brand_on_new_tickets: false },
}

const roles: Handler = (_call, { store }) => {
  const all = store.all('roles')
  return ok({ custom_roles: all, next_page: null, previous_page: null, count: all.length })
}

const role: Handler = (call, { store }) => {
  const found = store.get('roles', idOf(call))
  if (!found) throw notFound()
  return ok({ custom_role: found })
}

/** What tells a client in which world it is: facts 2.2, 7. */
export const settingRoutes: Route[] = [
  { method: 'GET', path: '/account/settings', run: settings },
  { method: 'GET', path: '/custom_roles', run: roles },
  { method: 'GET', path: '/custom_roles/:id', run: role },
]
