import { direccionReporte, folioDe, motivoDe, paginaDe } from './reporte.ts'

describe('the page that somebody reports', () => {
  test.each(['/', '/cargos', '/candidaturas/2f0c0a1e-0000-4000-8000-000000000000', '/contiendas/regiduria-17007'])('is %s', (pagina) => {
    expect(paginaDe(pagina)).toBe(pagina)
  })

  test.each([undefined, '', 'https://otro.example/', '//otro.example', '/boleta?seccion=12', '/<b>', `/${'a'.repeat(200)}`])(
    'is not %s',
    (pagina) => {
      expect([paginaDe(pagina), direccionReporte(String(pagina))]).toEqual([null, '/reportar-error'])
    },
  )

  test('goes with the address of the form', () => {
    expect(direccionReporte('/candidaturas/a')).toBe('/reportar-error?pagina=%2Fcandidaturas%2Fa')
  })

  test('has a folio, which is shown only if it looks like one', () => {
    expect([folioDe('E-7K3M9QHA'), folioDe('<b>'), folioDe(null)]).toEqual(['E-7K3M9QHA', null, null])
  })
})

describe('why a report was not received', () => {
  test.each([
    [400, 'entrada.invalida', 'texto'],
    [400, 'entrada.caracter_prohibido', 'texto'],
    [422, 'entrada.acentos_rotos', 'acentos'],
    [429, undefined, 'cupo'],
    [503, 'reporte.cupo', 'cupo'],
    [500, undefined, 'falla'],
    [403, 'reporte.otro_sitio', 'falla'],
  ] as const)('with %d %s is %s', (status, code, motivo) => {
    expect(motivoDe(status, code)).toBe(motivo)
  })
})
