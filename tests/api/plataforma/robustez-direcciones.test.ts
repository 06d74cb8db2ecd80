import { startTestApp, type TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
})
afterAll(() => test_.close())

describe('an address that is none, or takes no such method', () => {
  const problem = (method: string, url: string) => test_.app.inject({ method: method as 'GET', url })

  it.each([
    ['GET', '/api/v1/nada', 404],
    ['GET', '/api', 404],
    ['GET', '/api/v2/publico/proceso', 404],
    ['GET', '/api/v1/publico/..%2f..%2fetc%2fpasswd', 404],
    ['POST', '/api/v1/publico/proceso', 405],
    ['PATCH', '/api/v1/candidaturas', 405],
    ['TRACE', '/api/v1/publico/proceso', 405],
    ['OPTIONS', '/api/v1/candidaturas', 405],
    ['PROPFIND', '/api/v1/publico/proceso', 405],
    ['GET', '/api/v1/publico/candidaturas/%E0%A4%A', 400],
    ['GET', `/api/v1/publico/candidaturas/${'a'.repeat(300)}`, 400],
    ['GET', '/api/v1/publico/candidaturas/1', 400],
    ['GET', `/api/v1/publico/candidaturas/${encodeURIComponent("' or '1'='1")}`, 400],
    ['GET', '/api/v1/publico/candidaturas/%00', 400],
    ['GET', '/api/v1/publico/candidaturas?q=%00', 400],
    ['GET', '/api/v1/publico/cortes/99999999999', 400],
    ['GET', '/api/v1/publico/cortes/-1', 400],
    ['GET', '/api/v1/publico/cortes/1e1', 400],
    ['GET', '/api/v1/publico/recursos/ABC', 400],
    ['GET', '/api/v1/publico/fotografias/..%2f..%2fsecreto', 400],
  ])('%s %s is a problem with its code, and no detail of ours', async (method, url, status) => {
    const answer = await problem(method, url)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json()).toMatchObject({ status, code: expect.stringMatching(/^[a-z]+\.[a-z_]+$/), requestId: expect.any(String) })
    expect(answer.body).not.toMatch(/ at |node_modules|FST_|Error/)
  })

  it('refuses an address over 2 KB before anything looks at it, with a page for a browser', async () => {
    const long = `/${'.'.repeat(15_500)}a`
    for (const url of [long, `/api/v1/publico/candidaturas?q=${'a'.repeat(2_048)}`]) {
      const answer = await problem('GET', url)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([414, 'application/problem+json; charset=utf-8'])
      expect(answer.json()).toMatchObject({ status: 414, code: 'entrada.direccion_larga' })
    }
    const page = await test_.app.inject({ method: 'GET', url: long, headers: { accept: 'text/html,*/*;q=0.8' } })
    expect([page.statusCode, page.headers['content-type']]).toEqual([414, 'text/html; charset=utf-8'])
    expect(page.body).toContain('La dirección es demasiado larga')
    expect((await problem('GET', `/api/v1/publico/candidaturas?q=${'a'.repeat(1_900)}`)).statusCode).toBe(400)
  })

  it.each([
    ['/candidaturas/%ff', '/candidaturas/%25ff'],
    ['//otro.example/%', '/otro.example/%25'],
    ['/%E0%A4%A', '/%25E0%25A4%25A'],
  ])('an address that cannot be read, %s, leads a browser to a page of ours, which says that there is none', async (url, place) => {
    const answer = await test_.app.inject({ method: 'GET', url, headers: { accept: 'text/html,*/*;q=0.8' } })
    expect([answer.statusCode, answer.headers.location]).toEqual([302, place])
    expect((await problem('GET', url)).statusCode).toBe(400)
  })
})

describe('an address outside the API', () => {
  const get = (url: string) => test_.app.inject({ method: 'GET', url })

  it.each(['/assets/.', '/assets/..'])('%s is a problem, not a fault', async (url) => {
    const { statusCode } = await get(url)
    expect([400, 404]).toContain(statusCode)
  })

  it('serves the documentation with headers of its own and lets in no other host', async () => {
    const { headers, statusCode } = await get('/api/docs')
    expect([statusCode, headers]).toMatchObject([200, { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' }])
    expect(headers['strict-transport-security']).toContain('max-age=')
    expect(headers['content-security-policy']).not.toMatch(/https:|script-src|unsafe/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it.each(['/api/v1/publico/proceso', '/api/v1/candidaturas'])('%s may be framed by nobody', async (url) => {
    expect((await get(url)).headers['x-frame-options']).toBe('DENY')
  })

  it('names no contact for vulnerabilities unless there is one', async () => {
    expect((await get('/.well-known/security.txt')).statusCode).toBe(404)
    test_.deps.config.contactoSeguridad = 'mailto:seguridad@prueba.example'
    const { body, headers } = await get('/.well-known/security.txt')
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(body).toMatch(/^Contact: mailto:seguridad@prueba\.example\nExpires: \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\n/)
    test_.deps.config.contactoSeguridad = null
  })
})
