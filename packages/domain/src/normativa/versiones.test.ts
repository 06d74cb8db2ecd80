import fc from 'fast-check'
import {
  ACTOS_BORRADOR,
  cuestionarioQueRige,
  ESTATUS_BORRADOR,
  razonesContraActoBorrador,
  VIDA_BORRADOR,
  type BorradorState,
} from './versiones.ts'

const of = (version: number, vigenteDesde: string, cargos: string[] | null = null) => ({
  tipo: 'curricular' as const,
  version,
  vigenteDesde,
  cargos,
})
const rige = (versiones: ReturnType<typeof of>[], cargo: string, dia: string) =>
  cuestionarioQueRige(versiones, { tipo: 'curricular', cargo, dia })?.version ?? null

describe('the version that governs', () => {
  const all = [of(1, '2024-03-01'), of(3, '2024-05-01'), of(2, '2024-04-01', ['gubernatura'])]

  it.each([
    ['2024-02-28', 'gubernatura', null],
    ['2024-03-01', 'gubernatura', 1],
    ['2024-04-01', 'gubernatura', 2],
    ['2024-04-01', 'diputacion_mr', 1],
    ['2024-05-01', 'diputacion_mr', 3],
    ['2024-05-01', 'gubernatura', 3],
  ])('on %s of %s is %p', (dia, cargo, version) => {
    expect(rige(all, cargo, dia)).toBe(version)
    expect(cuestionarioQueRige(all, { tipo: 'identidad', cargo, dia })).toBeNull()
  })

  it('is none that is later or of other cargos, and no older one than any that may be', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-02-${String(n).padStart(2, '0')}`)
    const one = fc.tuple(fc.integer({ min: 1, max: 9 }), day, fc.constantFrom<string[] | null>(null, ['a'], ['b'], ['a', 'b']))
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([version]) => version }), fc.constantFrom('a', 'b'), day, (rows, cargo, dia) => {
        const may = rows.filter(([, desde, cargos]) => desde <= dia && (cargos?.includes(cargo) ?? true)).map(([version]) => version)
        expect(rige(rows.map(([version, desde, cargos]) => of(version, desde, cargos)), cargo, dia)).toBe(may.length ? Math.max(...may) : null) // prettier-ignore
      }),
    )
  })
})

describe('the life of a draft', () => {
  const good: BorradorState = {
    estatus: 'propuesto',
    fallas: 0,
    diferencias: 3,
    bases: 1,
    mismaBase: true,
    bloqueados: false,
    propuestoPor: 'una',
    cuentaId: 'otra',
    desdeActivado: null,
    vigenteDesde: '2024-05-01',
    hoy: '2024-05-01',
  }

  it('refuses each act outside its estatus with a sentence, and lets the others through when nothing is wrong', () => {
    for (const estatus of ESTATUS_BORRADOR) {
      for (const acto of ACTOS_BORRADOR) {
        const razones = razonesContraActoBorrador({ ...good, estatus }, acto)
        expect([estatus, acto, razones.length === 0]).toEqual([estatus, acto, VIDA_BORRADOR[estatus][acto] !== undefined])
        for (const razon of razones) expect(razon).toMatch(/^[A-ZÁÉÍÓÚ].+\.$/)
      }
    }
  })

  it.each<[string, Partial<BorradorState>]>([
    ['a contradiction', { fallas: 1 }],
    ['nothing that changes', { diferencias: 0 }],
    ['cargos that answer different versions', { bases: 2 }],
    ['a day that did not come', { hoy: '2024-04-30' }],
    ['another version in force since', { mismaBase: false }],
    ['what was captured blocked by law', { bloqueados: true }],
  ])('is not activated with %s', (_title, wrong) => {
    expect(razonesContraActoBorrador({ ...good, ...wrong }, 'activar')).toHaveLength(1)
  })

  it('is proposed by one person and confirmed by another', () => {
    expect(razonesContraActoBorrador({ ...good, cuentaId: 'una' }, 'activar')).toEqual([expect.stringMatching(/la confirma otra persona/)])
    expect(razonesContraActoBorrador({ ...good, cuentaId: 'una' }, 'retirar')).toEqual([])
  })

  it('is undone only while nothing was answered, reviewed or built on it', () => {
    const undo = (desde: Partial<NonNullable<BorradorState['desdeActivado']>>) =>
      razonesContraActoBorrador(
        { ...good, estatus: 'activado', desdeActivado: { respondieron: 0, revisadas: 0, esBase: false, ...desde } },
        'deshacer',
      )
    expect(undo({})).toEqual([])
    expect(undo({ respondieron: 2 })).toEqual([expect.stringMatching(/^2 candidaturas ya respondieron bajo esta versión/)])
    expect([undo({ revisadas: 1 }).length, undo({ esBase: true }).length]).toEqual([1, 1])
  })

  it('may be the first of its kind', () => {
    expect(razonesContraActoBorrador({ ...good, diferencias: null }, 'activar')).toEqual([])
  })
})
