import { bitacoraOf } from '../../support/acceso.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, filasOf, settle, upload, type FilaListada, type Importacion } from '../../support/registro/listas.ts'
import { abrir, exportarCompleto, filaDe, libroDe } from './libro-ine-ayuda.ts'
import { INICIO, pack as entero } from '../../support/paquete.ts'

const P1 = '1. ¿Se identifica como una persona indígena o como parte de algún pueblo o comunidad indígena?'
const P3 = '3. ¿A qué pueblo y/o comunidad indígena pertenece?'
const SECRETO = 'PUEBLO-QUE-NO-ESTÁ-EN-LISTA'

/** Two fórmulas of Durango and one of Quintana Roo, with the defects that the source really has. */
const titular = filaDe({
  NUM_LISTA_O_FORMULA: 11,
  TELEFONO: '(618) 123 45 67',
  REDES: 'https://x.com/uno, @dos',
  ESCOLARIDAD: 'Bachillerato',
  ESTATUS_ESCOLARIDAD: 'Trunco',
  CURSOS: 'Sin cursos',
  HISTORIA_PROFESIONAL: 'Corta',
  PAGINA_WEB: 'No proporcionó',
  [P1]: 'Sí',
  [P3]: SECRETO,
})
const suplente = filaDe({ NUM_LISTA_O_FORMULA: 11, NOMBRE_CANDIDATO: 'PERSONA FICTICIA DOS' })
const presidencia = { CARGO: 'PRESIDENCIA MUNICIPAL', 'DISTRITO LOCAL': 'No aplica' }
const hombre = { SEXO: 'HOMBRE', TIPO_CANDIDATO: 'PROPIETARIO' }
const roo = { ...presidencia, ENTIDAD: 'QUINTANA ROO', MUNICIPIO: 'TULUM', PARTIDO_COALICION: 'VA POR QUINTANA ROO.' }
const candidatos = [
  suplente,
  titular,
  filaDe({ NUM_LISTA_O_FORMULA: 12, NOMBRE_CANDIDATO: 'TRES', 'DISTRITO LOCAL': '3-GUADALUPE VICTORIA' }),
  filaDe({ NUM_LISTA_O_FORMULA: 12, NOMBRE_CANDIDATO: 'CUATRO', 'DISTRITO LOCAL': '3-GUADALUPE VICTORIA' }),
  filaDe({ ...roo, ...hombre, NUM_LISTA_O_FORMULA: 11, NOMBRE_CANDIDATO: 'CINCO' }),
  filaDe({ CARGO: 'SENADURÍA FEDERAL MR', NUM_LISTA_O_FORMULA: 13, NOMBRE_CANDIDATO: 'SEIS' }),
]
const identidad = candidatos.map((fila) => (fila === suplente ? { ...fila, TIPO_CANDIDATO: 'SUPLENTE' } : fila))

/** A proceso that lets candidaturas of other entidades in, where somebody chooses it. */
const pack = { ...entero, importacion: { otrasEntidades: true, fuente: 'Prueba', confianza: 'baja' as const } }
const conTodas = async (content: Buffer, name: string): Promise<Importacion> => {
  const { body } = await upload(test_, token, content, { name })
  expect(body).toMatchObject({ admiteOtrasEntidades: true, hallazgos: { otrasEntidades: 6 }, resumen: { crear: 0, rechazar: 6 } })
  return (await actOn(test_, token, [body.id, 'tratamiento'], { otrasEntidades: true })).body
}

let test_: TestApp
let token: string
let importacion: Importacion
let filas: Map<string, FilaListada>

beforeAll(async () => {
  test_ = await startTestApp({ pack, ahora: INICIO })
  token = await test_.tokenOf('secretaria')
  importacion = await conTodas(libroDe(candidatos, { identidad }), 'base.xlsx')
  filas = new Map((await filasOf(test_, token, importacion.id)).map((fila) => [must(fila.nombre), fila]))
})
afterAll(() => test_.close())

describe('a workbook of several entidades, before it is confirmed', () => {
  it('is recognised by its sheets, and nothing is written yet', async () => {
    expect(importacion).toMatchObject({ estatus: 'propuesta', formato: 'ine', resumen: { crear: 3, cambiar: 0, igual: 0, rechazar: 3 } })
    expect(await sql(test_, 'select 1 from captura.candidatura')).toEqual([])
  })

  it('says the reason and the cell of what is refused: nobody knows who is suplente, and cargos are not made from a file', () => {
    expect(filas.get('TRES')).toMatchObject({
      veredicto: 'rechazar',
      errores: [{ columna: 'TIPO_CANDIDATO', razon: expect.stringContaining('(fila 5)') }],
    })
    expect(filas.get('SEIS')).toMatchObject({ veredicto: 'rechazar', errores: [{ columna: 'CARGO' }] })
  })

  it('tells what could not be mapped, cell by cell, and never the value', () => {
    const columns = (nombre: string) => filas.get(nombre)?.advertencias.map((each) => (each as { columna?: string }).columna) ?? []
    expect(columns('PERSONA FICTICIA UNO')).toEqual(
      expect.arrayContaining(['REDES', 'ESCOLARIDAD', 'ESTATUS_ESCOLARIDAD', P3, 'TIPO_CANDIDATO']),
    )
    expect(columns('CINCO')).toContain('PARTIDO_COALICION')
    expect(JSON.stringify([...filas.values()])).not.toContain(SECRETO)
  })

  it('shows what it would add to the catalogues', () => {
    expect(importacion).toMatchObject({
      crea: expect.arrayContaining([
        expect.objectContaining({ tipo: 'demarcacion', clave: 'durango-D15' }),
        expect.objectContaining({ tipo: 'demarcacion', clave: 'quintana-roo-m-tulum', nombre: 'TULUM (QUINTANA ROO)' }),
        expect.objectContaining({ tipo: 'actor_politico', nombre: 'VA POR QUINTANA ROO' }),
        expect.objectContaining({ tipo: 'contienda', nombre: expect.stringContaining('PRESIDENCIA MUNICIPAL') }),
      ]),
    })
  })

  it('lies nowhere in clear while it waits', async () => {
    const tables = await sql<{ t: string }>(
      test_,
      `select schemaname || '.' || tablename as t from pg_tables where schemaname in ('captura', 'identidad')`,
    )
    for (const { t } of tables) {
      const rows = await sql(test_, `select to_jsonb(x) as row from ${t} x`)
      expect([t, halladas(JSON.stringify(rows), agujasDe(SECRETO))]).toEqual([t, []])
    }
  })
})

describe('confirmed', () => {
  beforeAll(async () => {
    const { body } = await actOn(test_, token, [importacion.id, 'confirmar'], { omitirRechazadas: true })
    expect(body).toMatchObject({ estatus: 'confirmada' })
  })

  it('leaves candidaturas of each entidad with their fórmula, their calidad and their whole name', async () => {
    const rows = await sql(
      test_,
      `select c.clave, c.folio_formula as folio, c.calidad, c.numero, p.nombre, p.primer_apellido as ap, p.fecha_nacimiento as nac, p.edad_declarada as edad,
         d.entidad, a.nombre as actor, c.responsable_id = c.actor_id as propia, ac.numero as acuerdo
       from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.demarcacion d on d.id = c.demarcacion_id
       join captura.actor_politico a on a.id = c.actor_id join captura.acuerdo ac on ac.id = c.acuerdo_id order by c.clave`,
    )
    const common = { folio: 11, numero: 1, ap: null, nac: null, edad: 40, propia: true, acuerdo: 'Por confirmar (libro del INE)' }
    const durango = { ...common, entidad: 'DURANGO', actor: 'MOVIMIENTO LAGUNA' }
    expect(rows).toEqual([
      { ...durango, clave: 'ine-durango-diputacion_mr-11-P', calidad: 'propietaria', nombre: 'PERSONA FICTICIA UNO' },
      { ...durango, clave: 'ine-durango-diputacion_mr-11-S', calidad: 'suplente', nombre: 'PERSONA FICTICIA DOS' },
      {
        ...common,
        ...{ clave: 'ine-quintana-roo-presidencia_municipal-11-P', calidad: 'propietaria', nombre: 'CINCO' },
        ...{ entidad: 'QUINTANA ROO', actor: 'VA POR QUINTANA ROO' },
      },
    ])
  })

  it('keeps the answers as they came, never complete while the cuestionario speaks against them', async () => {
    const rows = await sql<{ clave: string; estatus: string; respuestas: unknown }>(
      test_,
      `select s.clave, s.estatus, s.respuestas from captura.seccion s join captura.candidatura c on c.id = s.candidatura_id
       where c.clave = 'ine-durango-diputacion_mr-11-P' order by s.clave`,
    )
    expect(rows).toEqual([
      {
        clave: 'contacto',
        estatus: 'en_captura',
        respuestas: { x: 'https://x.com/uno', otras_redes: ['@dos'], telefono_publico: '6181234567' },
      },
      { clave: 'estudios', estatus: 'en_captura', respuestas: { escolaridad: 'Bachillerato', estatus_escolaridad: 'Trunca' } },
      { clave: 'historia', estatus: 'en_captura', respuestas: { historia_profesional: 'Corta' } },
      { clave: 'indigena', estatus: 'en_captura', respuestas: null },
    ])
  })

  it('can be exported with all of it', async () => {
    const libro = abrir(await exportarCompleto(test_, token))
    const of = (rows: (string | number | null)[][]) => rows.find((row) => row[7] === 'PERSONA FICTICIA UNO') ?? []
    expect(of(libro.candidatos).slice(0, 18)).toEqual([
      ...[
        'MOVIMIENTO LAGUNA',
        'DIPUTACIÓN LOCAL MR',
        'DURANGO',
        '15-SANTIAGO',
        'No aplica',
        'No aplica',
        11,
        'PERSONA FICTICIA UNO',
        'PROPIETARIA',
        40,
      ],
      ...['MUJER', 'No proporcionó', '6181234567', 'No proporcionó', 'No proporcionó', 'https://x.com/uno, @dos', 'Bachillerato', 'Trunca'],
    ])
    expect(of(libro.identidad).slice(11, 14)).toEqual(['Sí', ' ', SECRETO])
    expect(libro.candidatos.find((row) => row[7] === 'PERSONA FICTICIA DOS')?.[8]).toBe('SUPLENTE')
  })

  it('says in the bitácora how many answers came, and whose', async () => {
    expect(await bitacoraOf(test_, 'importacion.respuestas')).toMatchObject([
      { rol: 'secretaria', detalle: { candidaturas: 1, conIdentidad: 1 } },
    ])
  })

  it('changes nothing more when it comes again, also as an XLS', async () => {
    const body = await conTodas(libroDe(candidatos, { identidad, bookType: 'xls' }), 'base.xls')
    expect(body).toMatchObject({ formato: 'ine', resumen: { crear: 0, cambiar: 0, igual: 3, rechazar: 3 } })
    expect((await send(test_, ['POST', `/importaciones/${body.id}/descartar`], { token })).status).toBe(204)
  })

  it('can be undone, answers and keys with it', async () => {
    await send(test_, ['POST', `/importaciones/${importacion.id}/deshacer`], { token, json: {} })
    expect((await settle(test_, token, importacion.id)).body).toMatchObject({ estatus: 'deshecha' })
    const left = await sql(
      test_,
      `select (select count(*)::int from captura.candidatura) as candidaturas, (select count(*)::int from identidad.respuesta) as respuestas,
         (select count(*)::int from identidad.llave) as llaves, (select count(*)::int from captura.demarcacion where entidad is not null) as ajenas`,
    )
    expect(left).toEqual([{ candidaturas: 0, respuestas: 0, llaves: 0, ajenas: 0 }])
  })
})
