import type { Candidatura } from '../../../api-types.ts'
import { blankCambio, cambioBody, cambioErrors, changesOf, datosOf, rebase, type CambioForm } from './cambio-form.ts'

const ACUERDO = { id: 'acuerdo-1', numero: 'CEE/1/2024', fecha: '2024-04-20' }
const PERSONA = {
  nombre: ' Inés ',
  primerApellido: 'Nava',
  segundoApellido: '',
  apodo: '',
  sexo: 'mujer',
  fechaNacimiento: '1980-05-05',
  partidoOrigen: '',
  accionAfirmativa: '',
  eleccionConsecutiva: false,
}

function form(values: Partial<CambioForm>): CambioForm {
  return { ...blankCambio(), ...values }
}

function ids(errors: { id: string | null }[]): (string | null)[] {
  return errors.map(({ id }) => id)
}

describe('the questions of each act', () => {
  test('a blank form lists its lacks in the order of the questions', () => {
    expect(ids(cambioErrors('sustituir', form({})))).toEqual([
      'entra-nombre',
      'entra-primerApellido',
      'entra-sexo',
      'entra-fechaNacimiento',
      'causa',
      'acuerdo',
      'efectos',
    ])
    expect(ids(cambioErrors('cancelar', form({})))).toEqual(['causa', 'acuerdo', 'efectos'])
    expect(ids(cambioErrors('restituir', form({})))).toEqual(['acuerdo', 'efectos', 'motivo'])
  })

  test('a persona who already stands needs no data again', () => {
    const ready = form({ entra: 'registrada', causa: 'renuncia', acuerdo: ACUERDO, efectosDesde: '2024-04-20' })
    expect(ids(cambioErrors('sustituir', ready))).toEqual(['registrada'])
    expect(cambioErrors('sustituir', { ...ready, registrada: { id: 'c2', nombre: 'Inés', lugar: '' } })).toEqual([])
  })

  test('a correction needs a change, a reason and what proves it', () => {
    const base = { ...PERSONA, nombre: 'Inés' }
    const same = form({ base, datos: { ...base, nombre: 'Inés ' } })
    expect(ids(cambioErrors('corregir', same))).toEqual(['datos-nombre', 'motivo', 'acuerdo'])
    const other = form({ base, datos: { ...base, nombre: 'Ines' }, motivo: 'acta', sustento: 'documento' })
    expect(ids(cambioErrors('corregir', other))).toEqual(['documento'])
  })
})

describe('the body that is sent', () => {
  test('a new persona goes trimmed and without what was left blank', () => {
    const body = cambioBody(
      'sustituir',
      form({ persona: PERSONA, causa: 'renuncia', acuerdo: ACUERDO, efectosDesde: '2024-04-20', motivo: ' ' }),
    )
    expect(body).toEqual({
      acuerdoId: 'acuerdo-1',
      causa: 'renuncia',
      efectosDesde: '2024-04-20',
      entra: { nombre: 'Inés', primerApellido: 'Nava', sexo: 'mujer', fechaNacimiento: '1980-05-05', eleccionConsecutiva: false },
    })
  })

  test('a persona of the register goes by her candidatura, whatever was typed before', () => {
    const body = cambioBody('sustituir', form({ entra: 'registrada', registrada: { id: 'c2', nombre: 'x', lugar: '' }, persona: PERSONA }))
    expect(body).toMatchObject({ entraDe: 'c2' })
    expect(body).not.toHaveProperty('entra')
  })

  test('a correction sends only what changed, and null for what was emptied', () => {
    const base = { ...PERSONA, nombre: 'Inés', apodo: 'La Güera' }
    const body = cambioBody(
      'corregir',
      form({ base, datos: { ...base, apodo: '', eleccionConsecutiva: true }, motivo: ' acta ', acuerdo: ACUERDO }),
    )
    expect(body).toEqual({ acuerdoId: 'acuerdo-1', motivo: 'acta', datos: { apodo: null, eleccionConsecutiva: true } })
  })
})

describe('a correction over a newer ground', () => {
  test('an untouched field takes the present value; a typed one stays', () => {
    const base = { ...PERSONA, nombre: 'Inés', apodo: 'La Güera' }
    const typed = { ...base, nombre: 'Ines' }
    const actual = { ...base, apodo: 'La Profe' }
    const next = rebase({ base, datos: typed }, actual)
    expect(next).toEqual({ ...actual, nombre: 'Ines' })
    expect(changesOf(actual, next)).toEqual({ nombre: 'Ines' })
  })

  test('a candidatura without some data starts with blanks', () => {
    const candidatura = {
      persona: {
        nombre: 'Inés',
        primerApellido: null,
        segundoApellido: null,
        apodo: null,
        sexo: 'mujer',
        edad: null,
        fechaNacimiento: null,
      },
      partidoOrigen: null,
      accionAfirmativa: null,
      eleccionConsecutiva: false,
    } as unknown as Candidatura
    expect(datosOf(candidatura)).toEqual({
      ...PERSONA,
      nombre: 'Inés',
      primerApellido: '',
      fechaNacimiento: '',
    })
  })
})
