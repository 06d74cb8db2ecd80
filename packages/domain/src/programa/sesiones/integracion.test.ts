import { debeActa, enFuncionesEl, razonesContraEncargo, razonesContraTerminar, type EncargoDatado } from './integracion.ts'

const encargo = (id: string, rest: Partial<EncargoDatado> = {}): EncargoDatado => ({
  id,
  nombre: id.toUpperCase(),
  encargo: 'integrante',
  desde: '2023-09-02',
  hasta: null,
  suple: null,
  ...rest,
})

/** The shape of September 2023: on the 6th somebody takes the despacho of the Secretaría Ejecutiva; the 7th the Comisión sits. */
const PRESIDENCIA = encargo('presidencia', { encargo: 'presidencia' })
const EJECUTIVA = encargo('ejecutiva', { encargo: 'coadyuvante' })
const TECNICA = encargo('tecnica', { encargo: 'secretaria_tecnica', desde: '2023-09-07' })
const DESPACHO = encargo('despacho', { encargo: 'encargado_despacho', desde: '2023-09-06', suple: 'ejecutiva' })
const COMISION = [PRESIDENCIA, EJECUTIVA, TECNICA, DESPACHO]
const on = (dia: string, encargos = COMISION) => enFuncionesEl(encargos, dia).map(({ id, ejerce }) => `${id} (${ejerce})`)

describe('the person who acts on a day', () => {
  it('is the holder of the charge then, and the person who stands in for a titular', () => {
    expect(on('2023-09-01')).toEqual([])
    expect(on('2023-09-05')).toEqual(['presidencia (presidencia)', 'ejecutiva (coadyuvante)'])
    expect(on('2023-09-06')).toEqual(['presidencia (presidencia)', 'despacho (coadyuvante)'])
    expect(on('2023-09-07')).toEqual(['presidencia (presidencia)', 'tecnica (secretaria_tecnica)', 'despacho (coadyuvante)'])
  })

  it('is the titular again from the day after the substitute ended', () => {
    const ended = COMISION.map((each) => (each.id === 'despacho' ? { ...each, hasta: '2023-09-20' } : each))
    expect(on('2023-09-20', ended)).toContain('despacho (coadyuvante)')
    expect(on('2023-09-21', ended)).toContain('ejecutiva (coadyuvante)')
  })

  it('is the last of those who stand in for each other', () => {
    const second = encargo('segundo', { encargo: 'encargado_despacho', desde: '2023-09-10', hasta: '2023-09-11', suple: 'despacho' })
    expect(on('2023-09-10', [...COMISION, second])).toEqual([
      'presidencia (presidencia)',
      'tecnica (secretaria_tecnica)',
      'segundo (coadyuvante)',
    ])
  })
})

describe('a new charge', () => {
  it.each([
    ['a second presidencia', encargo('otra', { encargo: 'presidencia' }), 'PRESIDENCIA preside en esos días.'],
    [
      'the same person twice',
      encargo('x', { nombre: 'TECNICA', encargo: 'secretaria_tecnica', desde: '2024-01-01' }),
      'TECNICA ya tiene ese cargo en esos días.',
    ],
    ['a substitute of nobody', encargo('x', { encargo: 'encargado_despacho' }), 'Falta decir a quién suple.'],
    ['a substitute of somebody from elsewhere', encargo('x', { suple: 'nadie' }), 'Quien es suplido no es de este órgano.'],
    [
      'a second substitute',
      encargo('x', { encargo: 'encargado_despacho', desde: '2023-09-08', suple: 'ejecutiva' }),
      'DESPACHO ya suple ese cargo en esos días.',
    ],
    [
      'a substitute before the titular',
      encargo('x', { desde: '2023-09-01', hasta: '2023-09-01', suple: 'ejecutiva' }),
      'EJECUTIVA no tenía el cargo el 1 de septiembre de 2023.',
    ],
    ['days in reverse', encargo('x', { hasta: '2023-09-01' }), 'El último día no puede ser antes del primero.'],
  ])('%s is refused with its reason', (_title, nuevo, reason) => {
    expect(razonesContraEncargo(COMISION, nuevo)).toEqual([reason])
  })

  it('may follow upon one that ended', () => {
    const ended = [{ ...PRESIDENCIA, hasta: '2023-12-31' }]
    expect(razonesContraEncargo(ended, encargo('otra', { encargo: 'presidencia', desde: '2024-01-01' }))).toEqual([])
  })
})

describe('the end of a charge', () => {
  it('is neither before its beginning, nor before a sesión at which it stands, nor told twice', () => {
    const running = { desde: '2023-09-06', hasta: null, asistioEl: '2023-09-07' }
    expect(razonesContraTerminar(running, '2023-09-07')).toEqual([])
    expect(razonesContraTerminar(running, '2023-09-06')).toEqual([
      'Consta en la sesión del 7 de septiembre de 2023: el cargo seguía ese día.',
    ])
    expect(razonesContraTerminar({ ...running, asistioEl: null }, '2023-09-05')).toHaveLength(1)
    expect(razonesContraTerminar({ ...running, hasta: '2023-09-09' }, '2023-09-10')).toHaveLength(1)
  })
})

describe('the acta of a sesión', () => {
  const owes = (dia: string, encargos = COMISION) => debeActa(enFuncionesEl(encargos, dia))?.id ?? null

  it('is owed by the secretaría of the organ in the directory of that day, or by the person who stands in for it', () => {
    expect(owes('2023-09-07')).toBe('tecnica')
    const suplente = encargo('suplente', { encargo: 'encargado_despacho', desde: '2023-09-10', suple: 'tecnica' })
    expect(owes('2023-09-10', [...COMISION, suplente])).toBe('suplente')
  })

  it('is owed by nobody that is known where the directory has no secretaría', () => expect(owes('2023-09-06')).toBeNull())
})
