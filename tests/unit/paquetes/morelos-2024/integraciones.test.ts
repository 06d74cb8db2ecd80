import { enFuncionesEl } from '@conoceles/domain'
import { paquete } from '../../../support/paquete.ts'

const pack = paquete('morelos-2024')
const comision = pack.integraciones.filter(({ organo }) => organo === 'comision').map((each) => ({ ...each, id: each.clave }))
const ejercen = (dia: string) => enFuncionesEl(comision, dia).map(({ clave, ejerce }) => `${clave}: ${ejerce}`)

describe('the Comisión in September 2023', () => {
  it('had its secretaría ejecutiva as coadyuvante until the day before somebody took charge of its despacho', () => {
    expect(ejercen('2023-09-05')).toContain('comision-coadyuvante: coadyuvante')
    expect(ejercen('2023-09-06')).toContain('comision-encargado-despacho: coadyuvante')
    expect(ejercen('2023-09-06')).not.toContain('comision-coadyuvante: coadyuvante')
  })

  it('sat on the 7th with the person in charge of the despacho, and with its secretaría técnica sworn in', () => {
    expect(ejercen('2023-09-07')).toEqual([
      'comision-presidencia: presidencia',
      'comision-integrante-1: integrante',
      'comision-integrante-2: integrante',
      'comision-secretaria-tecnica: secretaria_tecnica',
      'comision-encargado-despacho: coadyuvante',
    ])
  })

  it('says of the end of that charge that nobody confirmed it', () => {
    const despacho = comision.find(({ encargo }) => encargo === 'encargado_despacho')
    expect(despacho).toMatchObject({ hasta: null, confianza: 'por_confirmar', documento: 'IMPEPAC/CEE/253/2023' })
  })
})

it('nobody is named of the organs whose members no source names', () => {
  expect(pack.integraciones.filter(({ organo }) => organo !== 'comision')).toEqual([])
})
