import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERRORS } from '../../apps/api/src/shared/http/errors.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

const SOURCE = join(__dirname, '../../apps/api/src')

describe('the description that the code gives of itself', () => {
  let t: TestApp

  beforeAll(async () => {
    t = await startTestApp()
  })
  afterAll(() => t.close())

  it('is what the migrations made: nothing is left to generate from the entities', async () => {
    const { upQueries } = await t.owner.driver.createSchemaBuilder().log()
    expect(upQueries.map(({ query }) => query)).toEqual([])
  })

  it('names no error that nobody throws, and gives each a status and a sentence', () => {
    const files = readdirSync(SOURCE, { recursive: true }).map(String)
    const code = files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('shared/http/errors.ts'))
      .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
      .join('\n')
    // An act names the family of its two refusals, and `acts.ts` throws them.
    const refused = [...code.matchAll(/familia: '(\w+)'/g)].flatMap(([, name]) => [`${name}.version_distinta`, `${name}.acto_no_permitido`])
    const unused = Object.keys(ERRORS).filter((name) => !code.includes(`'${name}'`) && !refused.includes(name))
    expect(unused).toEqual([])
    for (const [status, sentence] of Object.values(ERRORS)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ].+\.$/)
    }
  })
})
