/** Words that citizens read on the pages of the visor. */
import { readPublic } from '../../support/browser/camino.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()

test('no page prints what only the institute has to confirm', async () => {
  const { elementos: personas } = await readPublic<{ elementos: { id: string }[] }>(url, '/candidaturas?limite=40')
  const { elementos: tablas } = await readPublic<{ elementos: { clave: string }[] }>(url, '/estadisticas')
  const paths = [
    ...[
      '/',
      '/cargos',
      '/preguntas',
      '/lectura-facil',
      '/como-votar',
      '/calendario',
      '/que-se-publica',
      '/datos',
      '/contiendas',
      '/estadisticas',
      '/candidaturas',
    ],
    ...personas.map(({ id }) => `/candidaturas/${id}`),
    ...tablas.map(({ clave }) => `/estadisticas/${clave}`),
  ]
  const noted: string[] = []
  for (const path of paths) {
    const html = (await (await fetch(url + path)).text()).replaceAll(/<script[^]*?<\/script>/g, '')
    if (/por confirmar|no es oficial|no lo ha revisado|nadie ha confirmado|sólo está confirmada|no se ha podido leer|inferido/i.test(html))
      noted.push(path)
  }
  expect([paths.length > 50, noted]).toEqual([true, []])
})
