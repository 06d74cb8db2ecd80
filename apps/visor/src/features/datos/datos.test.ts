import { murmur3 } from '@conoceles/domain/consulta'
import type { Contienda, Licencia, Proceso } from '../../api-types.ts'
import { ejemploSorteo, headOf, sizeText } from './datos.ts'

describe('the dataset for searches', () => {
  const marco = { entidad: 'Ensayo', instituto: { siglas: 'IE', nombre: 'Instituto Ensayo', sitio: null } } as never
  const licencia: Licencia = { grupo: 'registro', licencia: 'Libre', url: 'https://libre.example/', fuente: 'Acuerdo', confianza: 'alta' }

  it('says who publishes it and where each download is', () => {
    expect(headOf(marco, []).schema).toEqual([
      expect.objectContaining({
        '@type': 'Dataset',
        publisher: { '@type': 'Organization', name: 'Instituto Ensayo' },
        distribution: expect.arrayContaining([
          {
            '@type': 'DataDownload',
            name: 'candidaturas.csv',
            encodingFormat: 'text/csv',
            contentUrl: '/api/v1/publico/descargas/candidaturas.csv',
          },
        ]) as object[],
      }),
    ])
  })

  it('has the licence of the data once the institute decided it, and none before', () => {
    expect(headOf(marco, [licencia]).schema?.[0]).toMatchObject({ license: 'https://libre.example/' })
    expect(headOf(marco, []).schema?.[0]).not.toHaveProperty('license')
  })
})

describe('the size of a file', () => {
  test.each([
    [0, '0 bytes'],
    [886, '886 bytes'],
    [50_075, '50.1 kB'],
    [999_999, '1,000 kB'],
    [10_600_000, '10.6 MB'],
  ])('%i is told as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})

test('the example of the draw is of the running proceso', () => {
  const proceso = { clave: 'estado-2030', jornada: '2030-06-02', actoresPoliticos: [{ clave: 'PA' }] } as Proceso
  expect(ejemploSorteo(proceso, [{ clave: 'alcaldia-m1' } as Contienda])).toEqual({
    texto: '2030-06-02|estado-2030|alcaldia-m1|PA',
    numero: String(murmur3('2030-06-02|estado-2030|alcaldia-m1|PA')),
  })
  expect(ejemploSorteo(proceso, [])).toBeNull()
})
