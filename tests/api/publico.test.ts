import request from 'supertest'
import { startTestApp, type TestApp } from '../support/app.ts'

describe('public world', () => {
  let t: TestApp

  beforeAll(async () => {
    t = await startTestApp()
    await t.services.publicador.publicar()
    await t.services.cache.refresh()
  })
  afterAll(() => t.close())

  it('answers the proceso with its corte', async () => {
    const answer = await request(t.app.server).get('/api/v1/publico/proceso').expect(200)
    expect(answer.body.corte.numero).toBe(1)
    console.log(answer.body, answer.headers)
    const me = await t.tokenOf('secretaria')
    const c = await request(t.app.server).get('/api/v1/candidaturas').set('authorization', `Bearer ${me}`)
    console.log(c.status, c.body)
  })
})
