import { COLUMNAS_IDENTIDAD } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { Equipo, guardar } from '../../support/actos/captura.ts'
import { actOn, filasOf, registrarCandidaturas, upload } from '../../support/registro/listas.ts'
import { filaDe, libroDe } from './libro-ine-ayuda.ts'
import { INICIO, pack } from '../../support/paquete.ts'

const P1 = COLUMNAS_IDENTIDAD[11] ?? ''
const COMMON = { cargo: 'diputacion_mr', demarcacion: 'D01', actor_politico: 'PAN', numero: '1', acuerdo_fecha: '2024-04-01' }
const LISTA = [
  { ...COMMON, clave: 'lista-P', nombre: 'Ana', primer_apellido: 'Prueba', segundo_apellido: 'Ñandú' },
  { ...COMMON, clave: 'lista-S', nombre: 'Eva', primer_apellido: 'Otra', segundo_apellido: '', calidad: 'suplente' },
]

let test_: TestApp
let token: string
let ids: Map<string, string>
let folio: number

beforeAll(async () => {
  test_ = await startTestApp({ pack, ahora: INICIO })
  token = await test_.tokenOf('secretaria')
  ids = await registrarCandidaturas(test_, token, LISTA)
  const [row] = await sql<{ folio: number }>(test_, 'select max(folio_formula)::int as folio from captura.candidatura')
  folio = row?.folio ?? 0
})
afterAll(() => test_.close())

const fila = (changes: Record<string, string | number>) =>
  filaDe({
    PARTIDO_COALICION: 'PAN',
    ENTIDAD: 'MORELOS',
    'DISTRITO LOCAL': '1-CUERNAVACA',
    NUM_LISTA_O_FORMULA: folio,
    NOMBRE_CANDIDATO: 'ANA PRUEBA NANDU',
    TELEFONO: '7771234567',
    [P1]: 'No',
    ...changes,
  })
const proponer = async (rows: Record<string, string | number>[]) => {
  const { body } = await upload(test_, token, libroDe(rows), { name: 'libro.xlsx' })
  return { id: body.id, filas: await filasOf(test_, token, body.id) }
}
const counts = () =>
  sql(
    test_,
    `select c.clave, c.estatus_captura as estatus, p.nombre, p.fecha_nacimiento::text as nacimiento, p.edad_declarada as edad,
       (select count(*)::int from captura.seccion s where s.candidatura_id = c.id) as secciones,
       (select count(*)::int from identidad.respuesta r where r.candidatura_id = c.id) as identidad
     from captura.candidatura c join captura.persona p on p.id = c.persona_id order by c.clave`,
  )
const untouched = (clave: string, nombre: string) => ({
  ...{ clave, estatus: 'sin_captura', nombre, nacimiento: '1990-02-28', edad: null, secciones: 0, identidad: 0 },
})

describe('a workbook that names a fórmula of the proceso', () => {
  it('brings its answers to a candidatura without any, keeps what a list told of her, and can be undone', async () => {
    const { id, filas } = await proponer([fila({})])
    expect(filas).toMatchObject([{ veredicto: 'cambiar', clave: 'lista-P', cambios: [{ campo: 'respuestas', antes: null, despues: '2' }] }])
    expect((await actOn(test_, token, [id, 'confirmar'])).body.estatus).toBe('confirmada')
    expect(await counts()).toEqual([
      { ...untouched('lista-P', 'Ana'), estatus: 'en_captura', secciones: 2, identidad: 4 },
      untouched('lista-S', 'Eva'),
    ])
    expect((await actOn(test_, token, [id, 'deshacer'])).body.estatus).toBe('deshecha')
    expect(await counts()).toEqual([untouched('lista-P', 'Ana'), untouched('lista-S', 'Eva')])
  })

  it('with another persona in the place is refused: she enters by an act', async () => {
    const { filas } = await proponer([fila({ NOMBRE_CANDIDATO: 'OTRA PERSONA' })])
    expect(filas).toMatchObject([{ veredicto: 'rechazar', errores: [{ columna: 'NOMBRE_CANDIDATO' }] }])
  })

  it('does not write over what her party captured', async () => {
    const of = { id: ids.get('lista-P') ?? '', clave: 'lista-P', responsable: 'PAN' }
    const save = { respuestas: { telefono_publico: '7770000000' } }
    expect((await guardar(new Equipo(test_), { of, at: 'curricular/contacto' }, save)).status).toBe(200)
    const { id, filas } = await proponer([fila({})])
    expect(filas).toMatchObject([{ veredicto: 'igual', cambios: [] }])
    await actOn(test_, token, [id, 'confirmar'])
    expect(await sql(test_, `select respuestas from captura.seccion where candidatura_id = $1`, [of.id])).toEqual([save])
  })
})
