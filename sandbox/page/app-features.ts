/** What an app's manifest says it offers (`features` of a Slack manifest). */
export type AppFeatures = {
  readonly slash_commands?: readonly {
    readonly command: string
    readonly description: string
    readonly usage_hint?: string
  }[]
  readonly shortcuts?: readonly {
    readonly name: string
    readonly type: 'global' | 'message'
    readonly callback_id: string
    readonly description?: string
  }[]
}

/** What is offered where nobody hands over a manifest. */
export const usualFeatures: AppFeatures = {
  slash_commands: [
    { command: '/rights', description: 'My desk', usage_hint: '[status | list | verify | help]' },
    {
      command: '/rights-erase',
      description: 'Erase a person',
      usage_hint: '[ticket number or e-mail]',
    },
  ],
  shortcuts: [],
}
