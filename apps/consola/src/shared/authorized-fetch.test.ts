import { createAuthorizedFetch } from './authorized-fetch.ts'

/** What was sent with which token, and whether the account was told to sign in, when the answer to a renewal is `renewal`. */
async function asked(renewal: Response | Error, path = '/api/v1/candidaturas') {
  let token = 'old'
  const sent: [string | null, string][] = []
  let expired = false
  const fetchIt = createAuthorizedFetch(
    {
      token: () => token,
      renew: async () => {
        if (renewal instanceof Error) throw renewal
        if (renewal.ok) token = 'new'
        return renewal
      },
      expired: () => (expired = true),
    },
    async (request) => {
      sent.push([request.headers.get('authorization'), await request.text()])
      return new Response(null, { status: token === 'new' ? 200 : 401 })
    },
  )
  const answer = await fetchIt(new Request(`http://localhost${path}`, { method: 'PUT', body: 'written' })).catch((error: unknown) => error)
  return { answer, sent, expired }
}

it('asks again with the new token, and with what was sent', async () => {
  const { answer, sent, expired } = await asked(new Response(null, { status: 200 }))
  expect([(answer as Response).status, expired]).toEqual([200, false])
  expect(sent).toEqual([
    ['Bearer old', 'written'],
    ['Bearer new', 'written'],
  ])
})

it.each([401, 403])('asks to sign in again when the renewal is refused (%i)', async (status) => {
  const { answer, sent, expired } = await asked(new Response(null, { status }))
  expect([(answer as Response).status, sent.length, expired]).toEqual([401, 1, true])
})

it.each([429, 500, 503])('leaves whoever asked where they are when the renewal fails for now (%i)', async (status) => {
  const { answer, sent, expired } = await asked(Response.json({ title: 'Espere' }, { status, headers: { 'retry-after': '7' } }))
  const { status: told, headers } = answer as Response
  expect([told, headers.get('retry-after'), await (answer as Response).json()]).toEqual([status, '7', { title: 'Espere' }])
  expect([sent.length, expired]).toEqual([1, false])
})

it('tells everybody who waited for the same renewal', async () => {
  const busy = Response.json({ title: 'Espere' }, { status: 503 })
  const fetchIt = createAuthorizedFetch(
    { token: () => null, renew: async () => busy, expired: () => undefined },
    async () => new Response(null, { status: 401 }),
  )
  const answers = await Promise.all(['/a', '/b'].map((path) => fetchIt(new Request(`http://localhost${path}`))))
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ title: 'Espere' }, { title: 'Espere' }])
})

it('leaves them there too when nobody answers', async () => {
  const { answer, expired } = await asked(new TypeError('no network'))
  expect([answer, expired]).toEqual([new TypeError('no network'), false])
})

it('takes a 401 about a password for what it says', async () => {
  const { answer, sent, expired } = await asked(new Response(null, { status: 200 }), '/api/v1/acceso/entrar')
  expect([(answer as Response).status, sent.length, expired]).toEqual([401, 1, false])
})
