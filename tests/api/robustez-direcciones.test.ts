import { startTestApp, type TestApp } from '../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
})
afterAll(() => test_.close())

describe('an address that is none, or takes no such method', () => {
  const problem = (method: string, url: string) => test_.app.inject({ method: method as 'GET', url })

  it.each([
    ['GET', '/api/v1/nada', 404],
    ['GET', '/api/v1', 404],
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
