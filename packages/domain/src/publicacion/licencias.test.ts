import { GRUPOS_DATOS, licenciasDe } from './licencias.ts'

describe('licences of the public data', () => {
  test('each part has one, and a part without a named one says that it is not known', () => {
    const named = {
      grupo: 'registro',
      licencia: 'Licencia de prueba',
      url: 'https://ejemplo.test/',
      fuente: 'Prueba',
      confianza: 'alta',
    } as const
    const all = licenciasDe([named])
    expect(all.map(({ grupo }) => grupo)).toEqual([...GRUPOS_DATOS])
    expect(all[0]).toEqual(named)
    expect(all.slice(1).map(({ licencia, confianza }) => [licencia, confianza])).toEqual(
      GRUPOS_DATOS.slice(1).map(() => [null, 'por_confirmar']),
    )
  })
})
