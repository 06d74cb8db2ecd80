import { ACTOS, materiaDe, type ClaveActo } from '@conoceles/domain'
import type { Quien } from '../../../../shared/act.ts'
import { listActos } from '../bitacora.queries.ts'
import type { ActoLeido, LecturaBitacoraService } from '../lectura.service.ts'
import { readNombres } from '../nombres.queries.ts'
import { listDerechos } from './derechos.queries.ts'
import { PREGUNTAS } from './preguntas.ts'
import { cuantos, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Cuándo', 'Quién', 'Cargo', 'Qué leyó o descargó', 'De quién', 'Para qué']
const COLUMNAS_PROPIAS = ['Cuándo', 'Quién', 'Cargo', 'Qué hizo', 'Pregunta', 'Desde', 'Hasta', 'Renglones']
/** The newest of them; a period narrows. */
const MOST = 5_000

/** Questions whose answer tells of no persona: taking one away is no reading of personal data. */
const SIN_PERSONAS: ReadonlySet<string> = new Set(
  Object.values(PREGUNTAS).flatMap(({ pregunta, personal }) => (personal ? [] : [pregunta])),
)

/** Files that name personas or accounts, or tell their requests one by one. */
const DESCARGAS: readonly ClaveActo[] = [
  ...([
    'exportacion.consulta',
    'exportacion.fichas',
    'exportacion.seleccion',
    'exportacion.entrega',
    'exportacion.ine',
    'exportacion.listado',
    'exportacion.tablero',
    'importacion.rechazadas',
  ] as const),
  ...(['derechos.exportados', 'politica.alcance_exportado'] as const),
]

const LECTURAS = [...Object.keys(ACTOS).filter((acto) => materiaDe(acto) === 'lecturas'), ...DESCARGAS]

/** Each act by which somebody read private data of a persona or took a file of them: the newest 5,000. `cuenta`: by this account alone. */
export async function leerLecturas(
  { tx, periodo }: Pick<Contexto, 'tx' | 'periodo'>,
  quien: Quien,
  { lectura, cuenta }: { lectura: LecturaBitacoraService; cuenta: string | null },
): Promise<ActoLeido[]> {
  const { desde, hasta } = lectura.limites(periodo)
  const rows = await listActos(tx, { despues: null, actos: LECTURAS, desde, hasta, cuenta, objeto: null }, MOST)
  const leidos = await lectura.leer(tx, quien, rows)
  return leidos.filter(({ contenido }) => !SIN_PERSONAS.has(preguntaDe(contenido.detalle)))
}

/** Readings and downloads of everybody but the auditoría, whose questions have an answer of their own. */
export async function responderLecturas(contexto: Contexto, quien: Quien, lectura: LecturaBitacoraService): Promise<Respuesta> {
  const todas = await leerLecturas(contexto, quien, { lectura, cuenta: null })
  const leidos = todas.filter((leido) => !esPropia(leido))
  const cuentas = new Set(leidos.map(({ contenido }) => contenido.cuenta)).size
  const solicitudes = await readSolicitudes(contexto)
  return {
    frases: [
      leidos.length === 0
        ? 'Nadie leyó ni descargó datos personales.'
        : `${cuantos(leidos.length, ['lectura o descarga', 'lecturas y descargas'])} de ${cuantos(cuentas, ['cuenta', 'cuentas'])}.`,
      ...propiasAparte(todas.length - leidos.length),
      ...(todas.length === MOST ? [`Se leen las ${MOST.toLocaleString('es-MX')} más recientes: acote los días para ver otras.`] : []),
    ],
    columnas: COLUMNAS,
    filas: leidos.map((leido) => ({ celdas: celdasDe(leido, solicitudes), actos: [leido.row.n] })),
  }
}

/** The auditoría's own questions on personas, and the files that it took of them. */
export async function responderPropias(contexto: Contexto, quien: Quien, lectura: LecturaBitacoraService): Promise<Respuesta> {
  const leidos = (await leerLecturas(contexto, quien, { lectura, cuenta: null })).filter(esPropia)
  return {
    frases: [
      leidos.length === 0 ? 'La Auditoría no ha preguntado por personas.' : `La Auditoría preguntó ${veces(leidos.length)} por personas.`,
    ],
    columnas: COLUMNAS_PROPIAS,
    filas: leidos.map(
      ({
        row,
        palabras: {
          cuando,
          quien: { nombre, cargo },
          acto,
          detalle,
        },
      }) => {
        const said = (termino: string) => detalle.find((each) => each.termino === termino)?.texto ?? '—'
        return {
          celdas: [cuando, nombre, cargo ?? '—', acto, said('Pregunta'), said('A partir de'), said('Hasta'), said('Renglones')],
          actos: [row.n],
        }
      },
    ),
  }
}

function esPropia({ contenido: { acto } }: ActoLeido): boolean {
  return acto.startsWith('auditoria.')
}

function propiasAparte(n: number): string[] {
  return n === 0 ? [] : [`Aparte, la Auditoría preguntó ${veces(n)} por personas: vea «${PREGUNTAS.propias.pregunta}».`]
}

function veces(n: number): string {
  return cuantos(n, ['vez', 'veces'])
}

function preguntaDe(detalle: unknown): string {
  return String((detalle as { pregunta?: unknown } | null)?.pregunta ?? '')
}

/** Request by identifier, as the answer names it. */
type Solicitudes = ReadonlyMap<string, { folio: string; persona: string }>

async function readSolicitudes({ tx }: Contexto): Promise<Solicitudes> {
  const rows = await listDerechos(tx)
  const nombres = await readNombres(tx, rows.map(({ candidaturaId }) => candidaturaId), { personas: true }) // prettier-ignore
  return new Map(rows.map(({ id, folio, candidaturaId }) => [id, { folio, persona: nombres.get(candidaturaId) ?? 'Persona cuyos datos ya se suprimieron' }])) // prettier-ignore
}

const WHY = ['Motivo', 'Explicación', 'Sustento', 'Pregunta']

function celdasDe({ contenido, palabras }: ActoLeido, solicitudes: Solicitudes): string[] {
  const { cuando, quien, acto, detalle } = palabras
  const solicitud = solicitudes.get(contenido.objeto?.id ?? '')
  const whom = [solicitud?.persona ?? deQuien(palabras), ...nombradas(detalle)].join(': ')
  const why = [...porQue(contenido.acto, detalle), ...(solicitud ? [`Solicitud ${solicitud.folio}`] : [])]
  return [cuando, quien.nombre, quien.cargo ?? '', acto, whom, why.join('. ') || 'El sistema no pide motivo']
}

/** The act of an access tells its folio as its explanation and a key as its reason. */
function porQue(acto: string, detalle: ActoLeido['palabras']['detalle']): string[] {
  if (acto !== 'derechos.acceso_leido') return dichos(detalle, WHY)
  return [`Respuesta a la solicitud de acceso ${dichos(detalle, ['Explicación']).join('')}`]
}

/** Those who are named; a long list is a number, which the count says already. */
function nombradas(detalle: ActoLeido['palabras']['detalle']): string[] {
  return dichos(detalle, ['De quiénes']).filter((texto) => !/^[\d,]+$/.test(texto))
}

function dichos(detalle: ActoLeido['palabras']['detalle'], terminos: readonly string[]): string[] {
  return detalle.flatMap(({ termino, texto }) => (terminos.includes(termino) ? [texto] : []))
}

function deQuien({ sobre, detalle }: ActoLeido['palabras']): string {
  return deCuantas(detalle) ?? sobre?.nombre ?? sobre?.tipo ?? '—'
}

const DE_CUANTAS: Readonly<Record<string, readonly [string, string]>> = {
  Candidaturas: ['candidatura', 'candidaturas'],
  Filas: ['ficha', 'fichas'],
  Renglones: ['solicitud ARCO', 'solicitudes ARCO'],
}

/** A file of a list tells how many are in it. */
function deCuantas(detalle: ActoLeido['palabras']['detalle']): string | null {
  const [con] = dichos(detalle, ['Con respuestas de identidad'])
  const [todas] = dichos(detalle, ['Candidaturas'])
  if (con !== undefined && todas !== undefined)
    return `${con} de ${todas} ${todas === '1' ? 'candidatura' : 'candidaturas'} cuyas respuestas de identidad iban en la exportación`
  for (const { termino, texto } of detalle) {
    const [uno, varios] = DE_CUANTAS[termino] ?? []
    if (uno !== undefined) return `${texto} ${texto === '1' ? uno : varios}`
  }
  return null
}
