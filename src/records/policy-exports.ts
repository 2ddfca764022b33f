import { z } from 'zod'

/** How long a link to an export lives, and what it takes to use it. */
export const Links = z
  .strictObject({
    days: z.int().min(3).max(90).default(7).describe('How long a link lives'),
    extendDays: z.int().min(1).max(90).default(7).describe('By how much the lead extends it'),
    downloads: z.int().min(1).max(20).default(3).describe('How many downloads may be started'),
    passphrase: z
      .boolean()
      .default(true)
      .describe('Whether it also takes a passphrase, which the lead tells by another way'),
  })
  .describe('Links to exports')

/** Who answers, as the person is told. */
export const Organisation = z
  .strictObject({
    name: z.string().min(1).describe('The controller: GDPR article 13(1)(a)'),
    contact: z.string().min(1).describe('How to reach it about personal data'),
    complaints: z
      .string()
      .min(1)
      .optional()
      .describe('The supervisory authority to complain to: GDPR article 15(1)(f)'),
  })
  .describe('The organisation, as answers to people name it')
