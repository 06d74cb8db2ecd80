import type { EntityManager } from 'typeorm'
import type { TextoDeOtra } from '@conoceles/cuestionarios'
import { localDay, textosNecesarios, type CeldaInforme, type ResultadoCodificacion, type TablaInforme } from '@conoceles/domain'
import { diaEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { Codificacion } from '../codificaciones/index.ts'
import type { CongelarParts } from './congelar-parts.ts'
import type { Momento } from '../momento.ts'

interface Contada {
  pregunta: TextoDeOtra
  codificacion: Codificacion | undefined
}

/**
 * Freezes the free texts of «Otra» as they were coded and counted: once, and nothing is counted again here. It also names the questions
 * that were not coded.
 */
export async function congelarCodificaciones(
  tx: EntityManager,
  { zona }: Momento,
  { codificaciones, procesos }: Pick<CongelarParts, 'codificaciones' | 'procesos'>,
): Promise<{ tablas: TablaInforme[]; metodo: string[] }> {
  const contadas = await codificaciones.contadas(tx)
  const minimo = (await procesos.proceso(tx)).catalogos.estadistica?.minimo.valor ?? null
  if (contadas.length === 0 || minimo === null) return { tablas: [], metodo: [SIN_PREGUNTAS] }
  const told = contadas.flatMap(({ pregunta, codificacion }) =>
    codificacion?.resultado?.contados ? [tablaDe(pregunta, { codificacion, resultado: codificacion.resultado })] : [],
  )
  return {
    tablas: [resumen(contadas, { zona, necesarios: textosNecesarios(minimo) }), ...told],
    metodo: told.length > 0 ? METODO : [SIN_CODIFICAR],
  }
}

const SIN_PREGUNTAS = 'El cuestionario de identidad no tiene respuestas de texto libre que se puedan codificar y contar.'
const SIN_CODIFICAR =
  'De las respuestas de texto libre («Otra») del cuestionario de identidad no se dice ninguna cifra: por qué, pregunta por pregunta, está en su tabla.'
const METODO = [
  'Las respuestas de texto libre («Otra») las codificaron dos personas con rol de verificación, cada una por separado, sobre textos sin nombre, cargo ni actor político y en un orden al azar distinto para cada una. El libro de códigos se fijó antes de empezar. Donde no coincidieron resolvieron las dos juntas o una tercera persona, y cada quien dejó escrito por qué.',
  'Se codificaron sólo los textos de quienes autorizaron el uso estadístico. Cada persona se cuenta una vez y en una sola categoría; cada cifra es un intervalo cierto, y las categorías de pocos textos se reúnen en «Otras».',
  'El acuerdo entre las dos personas es el de antes de resolver, sobre los textos contados: el porcentaje en que coincidieron, redondeado a cinco, y la kappa de Cohen (1960), que descuenta lo que coincidirían al azar, a un decimal. No se dice la kappa cuando casi todos los textos son de una categoría.',
  'Al contar se destruyeron los códigos de cada texto, así que la cuenta no se repite: quien después retira su consentimiento o cambia su respuesta no cambia estas cifras, y nadie vuelve a leer lo que había escrito.',
]

/** How the coding of each question ended, also of those that were not coded. */
function resumen(contadas: readonly Contada[], { zona, necesarios }: { zona: string; necesarios: number }): TablaInforme {
  return {
    clave: 'codificacion',
    titulo: 'Respuestas de texto libre («Otra»)',
    rotulo: 'Pregunta',
    denominador: `Preguntas de texto del cuestionario de identidad: ${contadas.length}. De menos de ${necesarios} textos no se dice nada.`,
    columnas: [
      { clave: 'estatus', nombre: 'Cómo quedó', tipo: 'texto' },
      { clave: 'contados', nombre: 'Personas contadas', tipo: 'numero' },
      { clave: 'porcentaje', nombre: 'Coincidencia de cada 100, redondeada a cinco', tipo: 'numero' },
      { clave: 'kappa', nombre: 'Kappa de Cohen, a un decimal', tipo: 'texto' },
    ],
    filas: contadas.map(({ pregunta, codificacion }) => ({
      clave: pregunta.campo,
      nombre: pregunta.titulo,
      celdas: [comoQuedo(codificacion, zona), ...cifrasDe(codificacion?.resultado ?? null)],
    })),
    total: null,
    notas: ['Un guion dice que no hay cifra: no se codificó, o decirla podría descubrir qué escribió alguien.'],
    grafica: null,
  }
}

/** How many were counted, how often the two agreed, and their kappa. */
function cifrasDe(resultado: ResultadoCodificacion | null): CeldaInforme[] {
  const { contados, acuerdo } = resultado ?? { contados: null, acuerdo: null }
  return [contados, acuerdo?.porcentaje ?? null, acuerdo?.kappa?.toFixed(1) ?? null]
}

function comoQuedo(codificacion: Codificacion | undefined, zona: string): string {
  if (!codificacion || codificacion.estatus === 'borrador') {
    return codificacion?.sinTextosEn
      ? `No se codificó: el ${diaDe(codificacion.sinTextosEn, zona)} no había textos suficientes`
      : 'No se codificó'
  }
  const { cerradaEn, resultado } = codificacion
  if (!cerradaEn || !resultado) return 'Se está codificando: nada se contó todavía'
  return resultado.contados === null
    ? `Se codificó, y al contar, el ${diaDe(cerradaEn, zona)}, ya no quedaban textos suficientes`
    : `Se contó el ${diaDe(cerradaEn, zona)}`
}

function tablaDe(
  { campo, titulo, tituloDe, opcion }: TextoDeOtra,
  { codificacion, resultado }: { codificacion: Codificacion; resultado: ResultadoCodificacion },
): TablaInforme {
  const libro = new Map(codificacion.categorias.map((categoria) => [categoria.clave, categoria]))
  const reunidas = resultado.reunidas.flatMap((clave) => libro.get(clave) ?? [])
  return {
    clave: `codificacion-${campo}`,
    titulo: `Textos de «${opcion}»: ${titulo}`,
    rotulo: 'Categoría',
    denominador: `Personas contadas: ${resultado.contados}, de quienes contestaron «${opcion}» a «${tituloDe}», escribieron un texto y autorizaron la estadística.`,
    columnas: [
      { clave: 'cuantas', nombre: 'Personas', tipo: 'intervalo' },
      { clave: 'definicion', nombre: 'Qué textos son', tipo: 'texto' },
    ],
    filas: resultado.categorias.map(({ clave, cuantas }) => ({
      clave,
      nombre: libro.get(clave)?.nombre ?? clave,
      celdas: [cuantas, libro.get(clave)?.definicion ?? null],
    })),
    total: null,
    notas: [
      ...(reunidas.length > 0
        ? [`En «Otras» se reunieron: ${reunidas.map(({ nombre, definicion }) => `«${nombre}» (${definicion})`).join('; ')}`]
        : []),
      ...(codificacion.intento > 1 ? [`Los textos se codificaron ${codificacion.intento} veces; sólo la última se contó.`] : []),
    ],
    grafica: null,
  }
}

function diaDe(instant: Date, zona: string): string {
  return diaEnPalabras(localDay(instant, zona))
}
