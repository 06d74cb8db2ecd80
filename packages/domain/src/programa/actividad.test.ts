import { responsablesDe, type StepPack } from './actividad.ts'

const paso = (clave: string, rest: Partial<StepPack>): StepPack => ({
  clave,
  tipo: 'hito',
  milestone: null,
  texto: clave,
  responsables: [clave.toUpperCase()],
  ...rest,
})

describe('the areas that answer for a milestone', () => {
  const cadena = [paso('a', { tipo: 'proyecto' }), paso('b', { milestone: 'pleno' }), paso('c', { milestone: 'remision' })]

  it.each([
    ['pleno', 'B'],
    ['remision', 'C'],
    ['presentacion', 'B'],
    ['inicio', 'A'],
    ['termino', 'C'],
  ] as const)('%s is of %s', (milestone, area) => {
    expect(responsablesDe({ cadena }, milestone)).toEqual([area])
  })

  it('is nobody where no step is known', () => {
    expect(responsablesDe({ cadena: [] }, 'pleno')).toEqual([])
  })
})
