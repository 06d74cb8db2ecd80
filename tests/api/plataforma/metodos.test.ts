/** An address that there is, asked by a method that it does not take, says which ones it takes. */
import { startTestApp, type TestApp } from '../../support/app.ts'

let test_: TestApp
beforeAll(async () => (test_ = await startTestApp()))
afterAll(() => test_.close())

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS'

async function ask(method: Method, url: string) {
  // A form that no route takes: no body is read unasked.
  const body = method === 'HEAD' || method === 'GET' ? {} : { headers: { 'content-type': 'text/xml' }, payload: '<a/>' }
  const { statusCode, headers, body: text } = await test_.app.inject({ method, url, ...body })
  return [statusCode, headers.allow, (JSON.parse(text || '{}') as { code?: string }).code]
}

it('with every address of the API', async () => {
  const urls = new Map<string, string[]>()
  for (const { contract, method, url } of test_.instruments.routes) if (contract) urls.set(url, [...(urls.get(url) ?? []), method])
  expect(urls.size).toBeGreaterThan(200)
  for (const [url, methods] of urls) {
    const [status, allow, code] = await ask('PATCH', url.replace(/:\w+/g, '7'))
    expect([url, status, code]).toEqual([url, 405, 'ruta.metodo_no_admitido'])
    expect([url, String(allow).split(', ')]).toEqual([url, expect.arrayContaining(methods)])
  }
})

it('as an integrator meets it', async () => {
  const api = '/api/v1/publico'
  expect(await ask('POST', `${api}/indice?antes=2`)).toEqual([405, 'GET, HEAD, OPTIONS', 'ruta.metodo_no_admitido'])
  expect(await ask('GET', `${api}/visitas`)).toEqual([405, 'OPTIONS, POST', 'ruta.metodo_no_admitido'])
  expect(await ask('DELETE', `${api}/candidaturas/7/historia`)).toEqual([405, 'GET, HEAD, OPTIONS', 'ruta.metodo_no_admitido'])
  expect(await ask('POST', '/api/docs')).toEqual([405, 'GET, HEAD', 'ruta.metodo_no_admitido'])
})

it('and one that there is not is not there for any method', async () => {
  for (const url of ['/api/v1/nada', '/api/v1/publico/nada', '/api/v1/publico/indice/', '/api/v1/publico/indice/otra', '/api/'])
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const [status, allow] = await ask(method, url)
      expect([method, url, status, allow]).toEqual([method, url, 404, undefined])
    }
})
