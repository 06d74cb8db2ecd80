/** Kinds of informe: each fixes what is frozen for it and what people write in it. */
export const CLASES_INFORME = ['mensual', 'avance', 'final', 'formato', 'plan'] as const
export type ClaseInforme = (typeof CLASES_INFORME)[number]

/** Whether the organ's approval of a kind needs the vote of its punto. The plan was approved before there was a system to vote in. */
export function exigeVoto(clase: ClaseInforme | undefined): boolean {
  return clase !== undefined && clase !== 'plan'
}

/** A part of an informe that people write. `lugar`: before the figures, or after them. */
export interface SeccionInforme {
  clave: string
  titulo: string
  ayuda: string
  lugar: 'antes' | 'despues'
  /** Sentence that stands in it while nobody wrote it. It says that, and claims nothing. */
  vacia: string
  /** Table in Markdown to begin from: its columns are those that the document is to have. */
  plantilla?: string
}

/** Parts of each kind, in order. Their headings are of the design: the programme of work names none. */
export const SECCIONES_INFORME: Record<ClaseInforme, readonly SeccionInforme[]> = {
  avance: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Por qué se presenta el informe y a quién.', lugar: 'antes', vacia: 'No se redactó una presentación.' },
    { clave: 'analisis', titulo: 'Análisis del avance', ayuda: 'Qué dicen las cifras y a qué se deben los rezagos.', lugar: 'despues', vacia: 'No se redactó un análisis de las cifras.' },
    { clave: 'acciones', titulo: 'Acciones para terminar la captura', ayuda: 'Qué hizo y qué hará el Instituto con quienes faltan.', lugar: 'despues', vacia: 'No se asentaron acciones.' },
  ],
  mensual: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'De qué mes es y qué contiene.', lugar: 'antes', vacia: 'No se redactó una presentación.' },
    { clave: 'actividades', titulo: 'Otras actividades del mes', ayuda: 'Lo que se hizo en el mes, además de lo que ya dice el informe.', lugar: 'despues', vacia: 'No se asentaron otras actividades.' },
    { clave: 'siguientes', titulo: 'Actividades del mes siguiente', ayuda: 'Lo que toca hacer y quién lo hace.', lugar: 'despues', vacia: 'No se asentaron otras actividades para el mes siguiente.' },
  ],
  final: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Objeto y alcance del informe.', lugar: 'antes', vacia: 'No se redactó una presentación.' },
    { clave: 'cualitativo', titulo: 'Análisis cualitativo', ayuda: 'Qué dicen las respuestas sobre la inclusión de otros grupos, con su método.', lugar: 'despues', vacia: 'No se redactó un análisis cualitativo.' },
    { clave: 'concentrado', titulo: 'Concentrado de los informes mensuales', ayuda: 'Lo más importante de cada mes.', lugar: 'despues', vacia: 'No se redactó un resumen de los informes mensuales; los que se emitieron están en su tabla.' },
    { clave: 'recomendaciones', titulo: 'Recomendaciones', ayuda: 'Qué conviene cambiar para los próximos procesos.', lugar: 'despues', vacia: 'No se formularon recomendaciones.' },
  ],
  formato: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Qué se presenta, a quién y para qué operación.', lugar: 'antes', vacia: 'No se redactó una presentación.' },
    { clave: 'prototipo', titulo: 'Prototipo navegable', ayuda: 'Dónde se ve el prototipo del sitio de publicación y qué muestra.', lugar: 'antes', vacia: 'No se describió el prototipo.' },
    { clave: 'observaciones', titulo: 'Observaciones', ayuda: 'Las de la reunión de trabajo y cómo se atendieron.', lugar: 'despues', vacia: 'No se asentaron observaciones.' },
  ],
  plan: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Qué es el plan y qué norma lo pide.', lugar: 'antes', vacia: 'No se redactó una presentación.' },
    { clave: 'objetivo', titulo: 'Objetivo', ayuda: 'Qué se busca con el plan.', lugar: 'antes', vacia: 'No se redactó un objetivo.' },
    {
      ...{ clave: 'adquisiciones', titulo: 'Principales procesos de adquisiciones', lugar: 'despues' },
      ayuda: 'Una tabla con cada proceso; o, si no se prevé ninguno, dígalo y diga por qué.',
      vacia: 'No se asentaron procesos de adquisición.',
      plantilla: '| Bien o servicio | Partida | Procedimiento | Área requirente | Monto estimado | Requisición | Adjudicación |\n| --- | --- | --- | --- | --- | --- | --- |\n|  |  |  |  |  |  |  |',
    },
    {
      ...{ clave: 'contratacion', titulo: 'Contratación de personal', lugar: 'despues' },
      ayuda: 'Una tabla con cada puesto; o, si no se prevé ninguno, dígalo y diga por qué.',
      vacia: 'No se asentó contratación de personal.',
      plantilla: '| Puesto | Número | Periodo | Área | Funciones |\n| --- | --- | --- | --- | --- |\n|  |  |  |  |  |',
    },
    {
      ...{ clave: 'capacitacion', titulo: 'Capacitación', lugar: 'despues' },
      ayuda: 'Una tabla con cada curso: a quién se dirige y quién lo da.',
      vacia: 'No se asentó capacitación.',
      plantilla: '| Tema | Dirigida a | Modalidad | Fecha | Responsable |\n| --- | --- | --- | --- | --- |\n|  |  |  |  |  |',
    },
    {
      ...{ clave: 'versiones', titulo: 'Liberación de versiones de las interfaces', lugar: 'despues' },
      ayuda: 'Una tabla con cada interfaz: captura, validación, verificación y publicación.',
      vacia: 'No se asentó la liberación de versiones de las interfaces.',
      plantilla: '| Interfaz | Versión | Alcance | Pruebas | Liberación | Responsable |\n| --- | --- | --- | --- | --- | --- |\n| Captura |  |  |  |  |  |\n| Validación |  |  |  |  |  |\n| Verificación |  |  |  |  |  |\n| Publicación |  |  |  |  |  |',
    },
  ],
} // prettier-ignore
