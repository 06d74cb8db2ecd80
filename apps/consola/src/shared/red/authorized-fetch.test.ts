import { createAuthorizedFetch } from './authorized-fetch.ts'

const expiredToken = () => Response.json({ code: 'acceso.requerido' }, { status: 401 })

/** Requests sent with each token, and whether the account was told to sign in, when the answer to a renewal is `renewal`. */
async function asked(renewal: Response | Error) {
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
      confirm: async () => false,
      expired: () => (expired = true),
    },
    async (request) => {
      sent.push([request.headers.get('authorization'), await request.text()])
      return token === 'new' ? new Response(null, { status: 200 }) : expiredToken()
    },
  )
  const answer = await fetchIt(new Request('http://localhost/api/v1/candidaturas', { method: 'PUT', body: 'written' })).catch(
    (error: unknown) => error,
  )
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

it.each([429, 500, 503])('keeps the account signed in when the renewal fails for now (%i)', async (status) => {
  const { answer, sent, expired } = await asked(Response.json({ title: 'Espere' }, { status, headers: { 'retry-after': '7' } }))
  const { status: told, headers } = answer as Response
  expect([told, headers.get('retry-after'), await (answer as Response).json()]).toEqual([status, '7', { title: 'Espere' }])
  expect([sent.length, expired]).toEqual([1, false])
})

it('tells everybody who waited for the same renewal', async () => {
  const busy = Response.json({ title: 'Espere' }, { status: 503 })
  const fetchIt = createAuthorizedFetch(
    { token: () => null, renew: async () => busy, confirm: async () => false, expired: () => undefined },
    async () => expiredToken(),
  )
  const answers = await Promise.all(['/a', '/b'].map((path) => fetchIt(new Request(`http://localhost${path}`))))
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ title: 'Espere' }, { title: 'Espere' }])
})

it('leaves them there too when nobody answers', async () => {
  const { answer, expired } = await asked(new TypeError('no network'))
  expect([answer, expired]).toEqual([new TypeError('no network'), false])
})

/** Requests and results when the API asks for a recent factor and the person confirms it or not. */
async function askedForFactor(confirmed: boolean) {
  const sent: string[] = []
  let [proved, asked] = [false, 0]
  const confirm = async () => {
    asked += 1
    return (proved = confirmed)
  }
  const fetchIt = createAuthorizedFetch(
    { token: () => 'token', renew: async () => new Response(), confirm, expired: () => undefined },
    async (request) => {
      sent.push(await request.text())
      return proved ? new Response(null, { status: 204 }) : Response.json({ code: 'acceso.factor_reciente' }, { status: 403 })
    },
  )
  const answer = await fetchIt(new Request('http://localhost/api/v1/acceso/cuentas', { method: 'POST', body: 'written' }))
  return { answer, sent, asked }
}

it('repeats a request with what it sent once the factor is proved', async () => {
  const { answer, sent, asked } = await askedForFactor(true)
  expect([answer.status, sent, asked]).toEqual([204, ['written', 'written'], 1])
})

it('gives the refusal when the person does not confirm', async () => {
  const { answer, sent, asked } = await askedForFactor(false)
  expect([answer.status, sent, asked]).toEqual([403, ['written'], 1])
  expect(await answer.json()).toEqual({ code: 'acceso.factor_reciente' })
})

it.each([
  [401, 'acceso.credenciales_invalidas'],
  [401, 'acceso.codigo_invalido'],
  [403, 'acceso.sin_permiso'],
])('takes a %i about something else for what it says (%s)', async (status, code) => {
  let mended = false
  const mend = async () => {
    mended = true
    return new Response()
  }
  const fetchIt = createAuthorizedFetch(
    { token: () => 'token', renew: mend, confirm: async () => (mended = true), expired: () => (mended = true) },
    async () => Response.json({ code }, { status }),
  )
  const answer = await fetchIt(new Request('http://localhost/api/v1/acceso/confirmacion'))
  expect([answer.status, mended]).toEqual([status, false])
})
