import { enCifras, numero, parteDe, porcentaje, type CeldaInforme, type FilaInforme, type TablaInforme } from './tabla.ts'
import { cifrasAvance, type CifrasAvance, type ConteoAvance, type DatosAvance, type RenglonAvance } from './cifras-avance.ts'
import { publicadas } from './tabla-publicada.ts'

const PRINCIPIOS: Record<string, string> = {
  mayoria_relativa: 'Mayoría relativa',
  representacion_proporcional: 'Representación proporcional',
}
const CLASES: Record<string, string> = { partido: 'Partidos políticos', alianza: 'Coaliciones y candidaturas comunes', independiente: 'Candidaturas independientes' } // prettier-ignore

/** The tables of an informe of avance cuantitativo, in the order in which they are read. */
export function tablasAvance(datos: DatosAvance): TablaInforme[] {
  const { conteos, cargos, actores, publico } = datos
  const todas = cifrasAvance(conteos)
  const porCargo: Agrupacion = { clave: 'cargo', titulo: 'por cargo', rotulo: 'Cargo', renglones: cargos, de: ({ cargo }) => cargo }
  const porActor: Agrupacion = { clave: 'actor', titulo: 'por actor político', rotulo: 'Actor político', renglones: actores, de: ({ actor }) => actor } // prettier-ignore
  const groups: Agrupacion[] = [
    porCargo,
    { clave: 'principio', titulo: 'por principio', rotulo: 'Principio', renglones: clasesDe(cargos, PRINCIPIOS), de: claseDe(cargos, 'cargo') },
    { clave: 'clase', titulo: 'por clase de actor político', rotulo: 'Clase', renglones: clasesDe(actores, CLASES), de: claseDe(actores, 'actor') },
    porActor,
  ] // prettier-ignore
  return [
    resumen(datos, todas),
    ...groups.flatMap((group) => [avance(group, conteos), pendientes(group, conteos)]),
    plazos(porCargo, conteos),
    plazos(porActor, conteos),
    ...(publico === null
      ? []
      : [
          publicadas({ clave: 'cargo', titulo: 'por cargo', rotulo: 'Cargo', renglones: cargos }, publico.cargos, publico.corte),
          publicadas({ clave: 'actor', titulo: 'por actor político', rotulo: 'Actor político', renglones: actores }, publico.actores, publico.corte),
        ]), // prettier-ignore
  ]
}

interface Agrupacion {
  clave: string
  titulo: string
  rotulo: string
  renglones: readonly { clave: string; nombre: string }[]
  de: (conteo: ConteoAvance) => string
}

function clasesDe(renglones: readonly RenglonAvance[], nombres: Record<string, string>): { clave: string; nombre: string }[] {
  return [...new Set(renglones.map(({ clase }) => clase))].map((clave) => ({ clave, nombre: nombres[clave] ?? clave }))
}

function claseDe(renglones: readonly RenglonAvance[], campo: 'cargo' | 'actor'): (conteo: ConteoAvance) => string {
  const clases = new Map(renglones.map(({ clave, clase }) => [clave, clase]))
  return (conteo) => clases.get(conteo[campo]) ?? ''
}

const INDICADORES: [keyof CifrasAvance, string][] = [
  ['universo', 'Candidaturas vigentes (universo)'],
  ['capturadas', 'Capturadas: completas alguna vez'],
  ['validadas', 'Validadas por su actor político'],
  ['verificadas', 'Verificadas por el Instituto'],
  ['cumplen', 'Captura concluida: sin observaciones por atender'],
  ['pendientes', 'Pendientes'],
  ['sinCaptura', 'Pendientes: sin empezar'],
  ['enCaptura', 'Pendientes: empezadas sin terminar'],
  ['conObservaciones', 'Pendientes: con observaciones o en corrección'],
  ['extemporaneas', 'Capturadas después de su plazo'],
  ['vencidas', 'Con el plazo vencido y sin captura completa'],
  ['sustituidas', 'Sustituidas (dejaron la candidatura)'],
  ['canceladas', 'Canceladas (dejaron la candidatura)'],
]
/** Rows without a share: people who left are no part of those in force. */
const SIN_PARTE: readonly string[] = ['universo', 'sustituidas', 'canceladas']

function resumen({ anterior }: DatosAvance, cifras: CifrasAvance): TablaInforme {
  const before = (clave: string) => anterior?.cifras[clave] ?? null
  const filas = INDICADORES.map(([clave, nombre]): FilaInforme => {
    const n = cifras[clave]
    const then = before(clave)
    const share = SIN_PARTE.includes(clave) ? null : parteDe(n, cifras.universo)
    return { clave, nombre, celdas: [n, share, ...(anterior ? [then, then === null ? null : n - then] : [])] }
  })
  return {
    clave: 'resumen',
    titulo: 'Resumen del avance',
    rotulo: 'Indicador',
    denominador: `Candidaturas vigentes en el momento del corte: ${enCifras(cifras.universo)}. Los porcentajes son de ese universo.`,
    columnas: [
      numero('cifra', 'Cifra'),
      porcentaje('parte', '% del universo'),
      ...(anterior
        ? [numero('anterior', 'Corte anterior'), { clave: 'diferencia', nombre: 'Diferencia', tipo: 'diferencia' as const }]
        : []),
    ],
    filas,
    total: null,
    notas: [
      'Capturadas son las que alguna vez quedaron completas: incluyen las validadas, las verificadas y las devueltas con observaciones.',
      'El universo es la suma de las que concluyeron la captura y de las pendientes.',
      anterior ? `El corte anterior es el ${anterior.nombre}.` : 'No hay un corte anterior de otro informe con el cual comparar.',
    ],
    grafica: null,
  }
}

function tabla(
  { titulo, rotulo, renglones, de }: Agrupacion,
  conteos: readonly ConteoAvance[],
  rest: Pick<TablaInforme, 'clave' | 'columnas' | 'notas' | 'grafica' | 'denominador'> & { celdas: (cifras: CifrasAvance) => CeldaInforme[]; que: string },
): TablaInforme {
  const { celdas, que, ...fixed } = rest
  const filas = renglones.map(({ clave, nombre }) => ({
    clave,
    nombre,
    celdas: celdas(cifrasAvance(conteos.filter((conteo) => de(conteo) === clave))),
  }))
  const total = { clave: 'total', nombre: 'Total', celdas: celdas(cifrasAvance(conteos)) }
  return { ...fixed, titulo: `${que} ${titulo}`, rotulo, filas, total }
} // prettier-ignore

function vigentes(conteos: readonly ConteoAvance[]): string {
  return `Candidaturas vigentes en el momento del corte: ${enCifras(cifrasAvance(conteos).universo)}.`
}

function avance(group: Agrupacion, conteos: readonly ConteoAvance[]): TablaInforme {
  return tabla(group, conteos, {
    clave: `avance-${group.clave}`,
    que: 'Captura, validación y verificación',
    denominador: `${vigentes(conteos)} El porcentaje es del universo de cada renglón.`,
    columnas: [
      numero('universo', 'Universo'),
      numero('capturadas', 'Capturadas'),
      numero('validadas', 'Validadas'),
      numero('verificadas', 'Verificadas'),
      numero('cumplen', 'Captura concluida'),
      porcentaje('cumplimiento', '% concluido'),
    ],
    celdas: (c) => [c.universo, c.capturadas, c.validadas, c.verificadas, c.cumplen, parteDe(c.cumplen, c.universo)],
    notas: [],
    grafica: null,
  })
}

function pendientes(group: Agrupacion, conteos: readonly ConteoAvance[]): TablaInforme {
  return tabla(group, conteos, {
    clave: `pendientes-${group.clave}`,
    que: 'Pendientes',
    denominador: vigentes(conteos),
    columnas: [
      numero('universo', 'Universo'),
      numero('cumplen', 'Captura concluida'),
      numero('sinCaptura', 'Sin empezar'),
      numero('enCaptura', 'Sin terminar'),
      numero('conObservaciones', 'Con observaciones'),
      numero('pendientes', 'Pendientes'),
      porcentaje('parte', '% pendiente'),
    ],
    celdas: (c) => [c.universo, c.cumplen, c.sinCaptura, c.enCaptura, c.conObservaciones, c.pendientes, parteDe(c.pendientes, c.universo)],
    notas: ['Con observaciones: devueltas por el Instituto que todavía no se atienden, o abiertas para corregirse.'],
    grafica: {
      titulo: `Captura concluida y pendientes ${group.titulo}`,
      partes: ['cumplen', 'conObservaciones', 'enCaptura', 'sinCaptura'],
      de: 'universo',
    },
  })
}

function plazos(group: Agrupacion, conteos: readonly ConteoAvance[]): TablaInforme {
  return tabla(group, conteos, {
    clave: `plazos-${group.clave}`,
    que: 'Plazos, sustituciones y cancelaciones',
    denominador: `${vigentes(conteos)} Las sustituidas y las canceladas ya no son parte de ese universo.`,
    columnas: [
      numero('universo', 'Universo'),
      numero('extemporaneas', 'Capturadas fuera de plazo'),
      numero('vencidas', 'Plazo vencido sin captura'),
      numero('sustituidas', 'Sustituidas'),
      numero('canceladas', 'Canceladas'),
    ],
    celdas: (c) => [c.universo, c.extemporaneas, c.vencidas, c.sustituidas, c.canceladas],
    notas: [
      'Fuera de plazo: su captura se completó después de las 23:59:59 horas del último día de su plazo.',
      'El plazo de quien todavía no recibe su cuenta no ha empezado.',
    ],
    grafica: null,
  })
}
