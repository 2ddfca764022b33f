import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { ZendeskRefused, ZendeskSilent } from '../../src/zendesk/index.ts'
import { all, client, errorOf } from './support/client.ts'
import { sampleComment, sampleUser } from './support/samples.ts'
import { serve } from './support/server.ts'

const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251))

async function read(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await all(content))
}

describe('whole records', () => {
  it('a user is handed over with every field, also those that nothing else reads', async () => {
    const user = {
      ...sampleUser,
      signature: 'Ana',
      iana_time_zone: 'Europe/Paris',
      odd: { a: [1] },
    }
    const { url } = await serve(() => ({ body: { user } }))
    expect(await client(url).holdings.user(11)).toEqual(user)
  })

  it('the comments of a ticket keep where they were written, over all pages', async () => {
    const { url, requests } = await serve(({ query }) => ({
      body: query['page[after]']
        ? { comments: [{ ...sampleComment, id: 32 }], meta: { has_more: false } }
        : { comments: [sampleComment], meta: { has_more: true, after_cursor: 'x' } },
    }))
    const found = await all(client(url).holdings.comments(21))
    expect(found).toEqual([sampleComment, { ...sampleComment, id: 32 }])
    expect(requests[0]?.query).toMatchObject({ include_inline_images: 'true' })
  })

  it('a record without an id is not taken for one', async () => {
    const { url } = await serve(() => ({ body: { user: { name: 'Ana' } } }))
    expect((await errorOf(client(url).holdings.user(11))).name).toBe('ZendeskUnreadable')
  })

  it('hundreds of people are asked for a hundred at a time', async () => {
    const { url, requests } = await serve(() => ({ body: { users: [sampleUser] } }))
    await client(url).holdings.people(Array.from({ length: 101 }, (_, i) => i + 1))
    expect(requests.map(({ query }) => query['ids']?.split(',').length)).toEqual([100, 1])
  })
})

describe('the content of a file', () => {
  it('comes from another host without our Authorization, the redirect included', async () => {
    const far = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'Image/PNG; x=y' }).end(bytes)
      return undefined
    })
    const own = await serve(() => ({ status: 302, headers: { location: `${far.url}/file` } }))
    const file = await client(own.url).files.stream(`${own.url}/attachments/token/x/`)
    expect(file.type).toBe('image/png')
    expect(await read(file.content)).toEqual(bytes)
    expect(own.requests[0]?.headers.authorization).toMatch(/^Basic /)
    expect(far.requests[0]?.headers.authorization).toBeUndefined()
  })

  it('is taken up where the line broke, by Range', async () => {
    const { url, requests } = await serve(({ headers }, response) => {
      if (headers.range === undefined) {
        response.writeHead(200, { etag: '"one"', 'content-length': bytes.length })
        response.write(bytes.subarray(0, 2000), () => response.destroy())
        return undefined
      }
      const from = Number(/\d+/.exec(headers.range)?.[0])
      const total = bytes.length
      response
        .writeHead(206, { etag: '"one"', 'content-range': `bytes ${from}-${total - 1}/${total}` })
        .end(bytes.subarray(from))
      return undefined
    })
    const file = await client(url).files.stream(`${url}/file`)
    expect(file.size).toBe(bytes.length)
    expect(await read(file.content)).toEqual(bytes)
    expect(requests[1]?.headers).toMatchObject({ 'if-range': '"one"' })
  })

  it('is read once more from the start where the server knows no Range', async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length })
      if (requests.length > 1) response.end(bytes)
      else response.write(bytes.subarray(0, 2000), () => response.destroy())
      return undefined
    })
    const file = await client(url).files.stream(`${url}/file`)
    expect(await read(file.content)).toEqual(bytes)
  })

  it('is never sewn together from two files', async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, {
        'content-length': bytes.length,
        etag: `"${requests.length}"`,
      })
      if (requests.length > 1) response.end(bytes)
      else response.write(bytes.subarray(0, 2000), () => response.destroy())
      return undefined
    })
    const file = await client(url).files.stream(`${url}/file`)
    expect(await errorOf(read(file.content))).toBeInstanceOf(ZendeskSilent)
  })

  it('that is gone is refused, and the address is not told', async () => {
    const { url } = await serve(() => ({ status: 404, body: { error: 'RecordNotFound' } }))
    const error = await errorOf(client(url).files.stream(`${url}/attachments/token/secret/`))
    expect(error).toBeInstanceOf(ZendeskRefused)
    expect(JSON.stringify(error) + error.message).not.toContain('secret')
  })
})
