import { stamp } from '../account/account.ts'
import type { Seeding } from '../account/store.ts'
import { organizations, roleIds } from './people.ts'

const day = 86_400_000

/** Roles of the agents and organisations of the customers. */
export function putGroundwork(store: Seeding, now: number): void {
  putRoles(store, now)
  putOrganizations(store, now)
}

function putRoles(store: Seeding, now: number): void {
  const at = stamp(now - 1500 * day)
  const role = (id: number, name: string, may: boolean) => ({
    id,
    name,
    description: `${name} of the shop`,
    role_type: 0,
    team_member_count: may ? 3 : 1,
    created_at: at,
    updated_at: at,
    configuration: {
      ticket_deletion: may,
      ticket_redaction: may,
      view_deleted_tickets: may,
      manage_suspended_tickets: may,
      end_user_profile_access: may ? 'full' : 'readonly',
      ticket_access: 'all',
      ticket_editing: true,
    },
  })
  store.put('roles', role(roleIds.full, 'Advisor', true))
  store.put('roles', role(roleIds.limited, 'Seasonal help', false))
}

function putOrganizations(store: Seeding, now: number): void {
  const at = stamp(now - 1400 * day)
  for (const { id, name } of Object.values(organizations))
    store.put('organizations', {
      id,
      name,
      shared_tickets: false,
      shared_comments: false,
      external_id: null,
      created_at: at,
      updated_at: at,
      domain_names: [],
      details: null,
      notes: null,
      group_id: null,
      tags: [],
      organization_fields: {},
    })
}
