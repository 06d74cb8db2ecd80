import {
  plantillaDelPaquete,
  relatoAvance,
  tablaHechos,
  tablaPlan,
  tablasAvance,
  tablaVencidos,
  type ConteoAvance,
  type MomentoPlan,
  type TablaInforme,
} from '@conoceles/domain'
import { toDocumentoAviso, type AvisoPrivacidad } from '../../../apps/api/src/modules/captura/avisos/index.ts'
import type { DatosInforme } from '../../../apps/api/src/modules/informes/datos/datos.ts'
import { relatoDelMes } from '../../../apps/api/src/modules/informes/datos/mes.ts'
import { toDocumento as toInforme } from '../../../apps/api/src/modules/informes/documento/documento.ts'
import type { PapelInforme } from '../../../apps/api/src/modules/informes/papel.ts'
import { toRequerimiento } from '../../../apps/api/src/modules/informes/requerimientos/documento.ts'
import type { Listado } from '../../../apps/api/src/modules/intercambio/exportaciones/listados/contenido.ts'
import { toDocument as toListado } from '../../../apps/api/src/modules/intercambio/exportaciones/listados/documento.ts'
import type { ListadoRow } from '../../../apps/api/src/modules/intercambio/exportaciones/listados/listados.queries.ts'
import type { PdfDocument } from '../../../apps/api/src/shared/documentos/pdf/model.ts'
import { pack } from '../../support/paquete.ts'

// A small world that never changes: its clock, its people and its texts are these.
const EMISOR = {
  instituto: { siglas: 'IEF', nombre: 'Instituto Electoral de Ficción y Participación Ciudadana' },
  proceso: 'Proceso Electoral Local Ordinario 2029-2030',
  simulacro: true,
  zona: 'America/Mexico_City',
}
const PAPEL: PapelInforme = {
  ...{
    membrete: undefined,
    lugar: 'Puerto Imaginario',
    antes: ['Comisión Ejecutiva Temporal del Sistema'],
    aprobaciones: [],
    aprobadoEn: null,
  },
  firmas: [
    { rotulo: 'Elaboró', nombre: 'Lic. Ficticia Técnica', cargo: 'Secretaría Técnica de la Comisión' },
    { rotulo: 'Presenta', nombre: '', cargo: 'Secretaría Ejecutiva' },
  ],
}
const AHORA = '2030-04-22T18:00:00.000Z'

const CARGOS = [
  { clave: 'g', nombre: 'Gubernatura', clase: 'mayoria_relativa' },
  { clave: 'r', nombre: 'Regidurías de los ayuntamientos', clase: 'representacion_proporcional' },
]
const ACTORES = [
  { clave: 'A', nombre: 'Partido de la Aurora Ñandú', clase: 'partido' },
  { clave: 'B', nombre: 'Coalición Sigamos Navegando por las Costas de Ficción', clase: 'alianza' },
  { clave: 'X', nombre: 'Guadalupe Inventada Montes de Oca y Gutiérrez', clase: 'independiente' },
]
const conteo = (cargo: string, actor: string, n: number): ConteoAvance => ({
  ...{ cargo, actor, extemporaneas: n, vencidas: n, sustituidas: 1, canceladas: 0 },
  porEstatus: {
    sin_captura: n,
    en_captura: 2 * n,
    completa: 3 * n,
    validada: 4 * n,
    observada: 5 * n,
    en_correccion: 6 * n,
    verificada: 7 * n,
  },
})
const CONTEOS = [conteo('g', 'A', 1), conteo('g', 'B', 2), conteo('r', 'A', 40), conteo('r', 'B', 70), conteo('r', 'X', 7)]

const NOTAS = [
  'Cada cifra es un intervalo cierto: nadie puede deducir de ella la respuesta de una persona.',
  'Cuentan quienes autorizaron ese uso.',
]
const intervalos = (clave: string, titulo: string, grupos: string[]): TablaInforme => ({
  ...{ clave, titulo, rotulo: 'Actor político', denominador: 'Personas que contestaron y autorizaron.', total: null, grafica: null },
  notas: [...NOTAS, `Una nota que sólo tiene la tabla ${clave}.`],
  columnas: grupos.map((nombre, at) => ({ clave: `c${at}`, nombre, tipo: 'intervalo' })),
  filas: ACTORES.map(({ clave: fila, nombre }, at) => ({ clave: fila, nombre, celdas: grupos.map((_, n) => ({ minimo: at * n, maximo: at * n + 9 })) })),
}) // prettier-ignore
const IDENTIDAD = [
  intervalos('uno', 'Personas que se autoadscriben', ['Personas indígenas', 'Personas afromexicanas', 'Personas con discapacidad', 'Personas de la diversidad sexual', 'Personas migrantes', 'Personas mexicanas residentes', 'Prefirió no contestar', 'Sin respuesta']),
  intervalos('dos', 'Edad de las personas', ['De 18 a 29', 'De 30 a 44', 'De 45 a 59', 'De 60 o más']),
] // prettier-ignore

const momento = (rest: Partial<MomentoPlan>): MomentoPlan => ({
  ...{ actividad: '11.5', nombre: 'Informes mensuales de avance', documento: 'el informe mensual de avance de marzo de 2030', de: 'marzo de 2030', momento: 'Aprobación de la Comisión', milestone: 'comision' },
  ...{ vence: '2030-03-31', estatus: 'cumplida_en_tiempo', hecho: '2030-04-01', referencia: 'acta de la quinta sesión', areas: ['Comisión'] },
  ...rest,
}) // prettier-ignore
const MOMENTOS = [
  momento({}),
  momento({ momento: 'Aprobación del Pleno', milestone: 'pleno', estatus: 'cumplida_tarde', hecho: '2030-04-02', referencia: 'IEF/CEE/12/2030' }),
  momento({ actividad: 'S/ID', nombre: 'Aviso de privacidad de ambos cuestionarios', documento: null, de: null, momento: 'Remisión al INE', milestone: 'remision', vence: '2030-04-05', estatus: 'vencida', hecho: null, referencia: null, areas: ['Secretaría Ejecutiva', 'Unidad de Transparencia'] }),
  momento({ actividad: '11.13', nombre: 'Avance cuantitativo', documento: null, de: null, milestone: 'presentacion', momento: 'Presentación al Pleno', vence: '2030-04-26', estatus: 'por_vencer', hecho: null, referencia: null }),
] // prettier-ignore
const HECHOS = [
  { dia: '2030-04-01', clase: 'sesion' as const, que: 'Quinta Sesión Extraordinaria de la Comisión' },
  { dia: '2030-04-02', clase: 'acuerdo' as const, que: 'Acuerdo IEF/CEE/12/2030 del Consejo Estatal Electoral: candidaturas a la gubernatura; aprobó 3 candidaturas' },
  { dia: '2030-04-20', clase: 'publicacion' as const, que: '4 cortes públicos, del 1 al 4' },
] // prettier-ignore

const datos = (rest: Partial<DatosInforme> & Pick<DatosInforme, 'clase' | 'tablas'>): DatosInforme => ({
  ...{ consulta: 4, emisor: EMISOR, organo: 'Consejo Estatal Electoral', tomadoEn: AHORA, metodo: ['Se cuentan candidaturas, propietarias y suplentes.'] },
  entregable: { clave: '11.13', numero: '11.13', nombre: 'Presentar al Pleno el informe de avance cuantitativo de abril', mes: '2030-04' },
  cortePublico: { numero: 4, en: '2030-04-20T16:00:00Z', sha256: 'cd'.repeat(32) },
  ...rest,
}) // prettier-ignore
const informe = (frozen: DatosInforme, textos: Record<string, string>) =>
  toInforme({ datos: frozen, sha256: 'ab'.repeat(32), textos: new Map(Object.entries(textos)), papel: PAPEL })

const AVANCE = datos({
  clase: 'avance',
  tablas: tablasAvance({ conteos: CONTEOS, cargos: CARGOS, actores: ACTORES, publico: null, anterior: null }),
  relato: { titulo: 'Resultado al corte', parrafos: relatoAvance(CONTEOS, null) },
})
const MENSUAL = datos({
  clase: 'mensual',
  entregable: { clave: '11.5/2030-04', numero: '11.5', nombre: 'Informes mensuales de avance', mes: '2030-04' },
  tablas: [tablaHechos(HECHOS, 'Hechos de abril de 2030'), tablaVencidos(MOMENTOS, '2030-04-22'), tablaPlan(MOMENTOS)],
  relato: {
    titulo: 'Lo que ocurrió en abril de 2030',
    parrafos: relatoDelMes({ mes: 'abril de 2030', realizados: MOMENTOS.slice(0, 2), hechos: HECHOS, momentos: MOMENTOS }),
  },
})
const FINAL = datos({
  clase: 'final',
  entregable: { clave: 'informe-final', numero: 'S/ID', nombre: 'Informe final sobre la captura de información', mes: null },
  tablas: IDENTIDAD,
})
const TABLA = '| Tema | Dirigida a | Modalidad | Fecha | Responsable |\n| --- | --- | --- | --- | --- |\n| Uso del sistema | Partidos políticos | En línea | 3 de abril de 2030 | Secretaría Técnica |' // prettier-ignore
const PLAN = datos({
  clase: 'plan',
  entregable: { clave: '11.4', numero: '11.4', nombre: 'Plan de trabajo para implementar el sistema y sus procesos', mes: null },
  tablas: [
    {
      ...{ clave: 'areas', titulo: 'Áreas responsables de realizar las actividades y entregables', rotulo: 'Actividad', denominador: 'Actividades: 2.' },
      ...{ total: null, notas: [], grafica: null },
      columnas: ['Entregable', 'Área responsable', 'Áreas de apoyo', 'Inicio', 'Término', 'Aprueba', 'Destinatario'].map((nombre, at) => ({ clave: `c${at}`, nombre, tipo: 'texto' })),
      filas: ['11.4', '11.5'].map((clave) => ({ clave, nombre: clave, celdas: ['Plan de trabajo para implementar el sistema', 'Secretaría Ejecutiva', 'Secretaría Técnica de la Comisión, Unidad Técnica de Servicios de Informática y Comunicaciones', '01/10/2029', '01/11/2029', 'Consejo Estatal Electoral, Comisión', 'Instituto Nacional Electoral'] })),
    },
  ],
}) // prettier-ignore

export const row = (at: number): ListadoRow => ({
  ...{ cargo: 'regiduria', cargoNombre: 'Regidurías de los ayuntamientos', lugar: at < 6 ? 'Puerto Imaginario' : 'Llano Inventado', lugarTipo: 'municipio' },
  ...{ actorNombre: at % 2 === 0 ? 'Coalición Sigamos Navegando por las Costas de Ficción' : 'Partido de la Aurora Ñandú', actorTipo: 'alianza', figura: 'coalición' },
  ...{ partidoOrigen: 'Partido de la Aurora Ñandú', numero: at + 1, folio: 100 + at, calidad: at % 3 === 0 ? 'suplente' : 'propietaria' },
  ...{ nombre: 'María de la Concepción Hernández Gutiérrez de Velasco', apodo: at === 2 ? 'Concha' : null, fechaNacimiento: '1990-04-21', edadDeclarada: null },
  ...{ sexo: at % 2 === 0 ? 'mujer' : 'hombre', accionAfirmativa: at === 3 ? 'indigena' : null, eleccionConsecutiva: at === 4 },
  ...{ acuerdoNumero: 'IEF/CEE/12/2030', acuerdoFecha: '2030-04-02', sustituyeA: null, estatus: 'aprobada' },
}) // prettier-ignore
const COLUMNAS = ['numero', 'cargo', 'demarcacion', 'actor_politico', 'partido_origen', 'folio', 'calidad', 'nombre', 'apodo', 'sexo', 'edad', 'accion_afirmativa', 'eleccion_consecutiva', 'acuerdo_numero', 'acuerdo_fecha', 'sustituye_a'] // prettier-ignore
const TITULOS = ['Número de lista o fórmula', 'Cargo', 'Distrito o municipio', 'Actor político que postula', 'Partido de origen', 'Folio de la fórmula', 'Calidad', 'Nombre', 'Sobrenombre', 'Sexo o género', 'Edad', 'Acción afirmativa', 'Elección consecutiva', 'Acuerdo', 'Fecha del acuerdo', 'Sustituye a'] // prettier-ignore
export const LISTADO: Listado = {
  ...{ emisor: EMISOR, grupos: [{ clave: 'indigena', nombre: 'Personas indígenas' }], cargos: ['Regidurías de los ayuntamientos'], corte: AHORA },
  plantilla: { clave: '11.10', titulo: 'Candidaturas aprobadas a los ayuntamientos', cargos: ['regiduria'], columnas: COLUMNAS.map((clave, at) => ({ clave, titulo: TITULOS[at] ?? clave })), fuente: 'Una norma.', confianza: 'por_confirmar' },
  ...{ al: '2030-04-22', acuerdo: { id: 'x', numero: 'IEF/CEE/12/2030', fecha: '2030-04-02', organo: { nombre: 'Consejo Estatal Electoral', articulo: 'el' } }, universo: 12 },
  rows: Array.from({ length: 12 }, (_, at) => row(at)),
} // prettier-ignore

const AVISO: AvisoPrivacidad = {
  ...{ id: 'x', procesoId: 'x', version: 1, vigenteDesde: '2030-03-01', sha256: 'ef'.repeat(32), ley: null, finalidades: [], plantilla: null, borradorId: null, publicadoEn: null },
  integral: '# Aviso de privacidad integral\n\n**Sistema "Candidatas y Candidatos, Conóceles"**\n\n## 1. Quién responde por sus datos\n\nEl responsable es el Instituto.\n\n- Uno.\n- Dos.',
  simplificado: '# Aviso de privacidad simplificado\n\nTexto.',
  aprobacion: { organo: 'Comité de Transparencia', sesion: 'Segunda Sesión Ordinaria', fecha: '2030-02-20', acta: 'CT/2/2030', confianza: 'alta' },
} // prettier-ignore

/** Each document by the name of its pictures. */
export const DOCUMENTOS: Record<string, PdfDocument> = {
  avance: informe(AVANCE, { presentacion: 'Se presenta al Pleno el **avance** de abril:\n- De las *capturas*, por cargo.\n- De sus **plazos**.' }),
  mensual: informe(MENSUAL, {}),
  final: informe(FINAL, { cualitativo: 'Lo que dicen las respuestas.' }),
  plan: informe(PLAN, { capacitacion: TABLA }),
  listado: toListado(LISTADO),
  aviso: toDocumentoAviso(AVISO, 'integral', { instituto: EMISOR.instituto.nombre, proceso: EMISOR.proceso, simulacro: true, en: AHORA }),
  requerimiento: toRequerimiento({
    ...{ emisor: EMISOR, clave: 'OBS-0001', oficio: 'IEF/SE/12/2030', lugar: 'Puerto Imaginario', corte: AHORA },
    ...{ actor: { nombre: 'Partido de la Aurora Ñandú', tipo: 'partido' }, ante: 'Consejo Estatal Electoral', fundamento: null, efectos: null },
    ...{ plazo: { dias: 3, tipoDias: 'habiles' }, vence: '2030-04-25', consola: 'https://consola.example' },
    firma: { nombre: 'Lic. Ficticia Secretaria', cargo: 'Secretaría Ejecutiva' },
    plantilla: plantillaDelPaquete('requerimiento', pack),
    requeridas: [0, 1].map((at) => ({
      ...{ nombre: 'Juan Ficticio Pérez', cargoNombre: 'Regidurías', lugar: 'Llano Inventado', folio: at + 1, calidad: 'propietaria', sexo: 'hombre' },
      ...{ donde: 'Estudios', supuestoTexto: 'El texto tiene datos de otra persona', comoSubsanar: 'Quite los datos de otra persona.', fundamento: null },
    })),
  }),
} // prettier-ignore
