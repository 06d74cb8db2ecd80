import { razonesContraEstadistica, type EstadisticaPack } from './pack.ts'

const sourced = { fuente: 'inventado', confianza: 'alta' } as const
const answers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ clave: `r${at}`, nombre: `Respuesta ${at}`, valores: [`v${at}`] }))
const good: EstadisticaPack = {
  minimo: { valor: 5, ...sourced },
  cortes: [
    { fecha: '2030-01-01', ...sourced },
    { fecha: '2030-02-01', ...sourced },
  ],
  tablas: [{ clave: 'a', titulo: 'A', pregunta: 'p', grupo: null, desglose: 'sexo', respuestas: answers(4), ...sourced }],
  publicas: [],
  edades: { rangos: [], ...sourced },
}
const [tabla] = good.tablas
const cargo = { por: 'cargo', publica: true, ...sourced }

describe('rules of the statistics', () => {
  it('are good when no table has as many answers as the minimum', () => {
    expect(razonesContraEstadistica(good)).toEqual([])
  })

  it.each([
    ['a broken minimum', { ...good, minimo: { valor: 5.5, ...sourced } }, 'número entero'],
    ['a minimum of three', { ...good, minimo: { valor: 3, ...sourced } }, 'de al menos 4'],
    ['cortes out of order', { ...good, cortes: [...good.cortes].reverse() }, 'en orden'],
    ['as many answers as the minimum', { ...good, tablas: [{ ...tabla, respuestas: answers(5) }] }, 'de 3 a 4 respuestas'],
    ['two answers', { ...good, tablas: [{ ...tabla, respuestas: answers(2) }] }, 'de 3 a 4 respuestas'],
    ['two tables of a question', { ...good, tablas: [tabla, { ...tabla, clave: 'b' }] }, 'tiene dos tablas'],
    [
      'a crossing by its own rows',
      { ...good, tablas: [{ ...tabla, cruces: [{ por: 'sexo', publica: true, ...sourced }] }] },
      'no puede cruzarse',
    ],
    ['a crossing that is there twice', { ...good, tablas: [{ ...tabla, cruces: [cargo, cargo] }] }, 'ya se cuenta por cargo'],
    ['a split by partido', { ...good, tablas: [{ ...tabla, desglose: 'actor' }] }, 'no puede desglosarse'],
    ['an option counted twice', { ...good, tablas: [{ ...tabla, respuestas: [...answers(3), ...answers(1)] }] }, 'cuenta dos veces'],
  ])('are refused with %s', (_, rules, reason) => {
    expect(razonesContraEstadistica(rules as EstadisticaPack).join(' ')).toContain(reason)
  })
})
