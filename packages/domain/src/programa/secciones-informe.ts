/** Kinds of informe: each fixes what is frozen for it and what people write in it. */
export const CLASES_INFORME = ['mensual', 'avance', 'final', 'formato'] as const
export type ClaseInforme = (typeof CLASES_INFORME)[number]

/** A part of an informe that people write. `lugar`: before the figures, or after them. */
export interface SeccionInforme {
  clave: string
  titulo: string
  ayuda: string
  lugar: 'antes' | 'despues'
}

/** Parts of each kind, in order. Their headings are of the design: the programme of work names none. */
export const SECCIONES_INFORME: Record<ClaseInforme, readonly SeccionInforme[]> = {
  avance: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Por qué se presenta el informe y a quién.', lugar: 'antes' },
    { clave: 'analisis', titulo: 'Análisis del avance', ayuda: 'Qué dicen las cifras y a qué se deben los rezagos.', lugar: 'despues' },
    { clave: 'acciones', titulo: 'Acciones para terminar la captura', ayuda: 'Qué hizo y qué hará el Instituto con quienes faltan.', lugar: 'despues' },
  ],
  mensual: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'De qué mes es y qué contiene.', lugar: 'antes' },
    { clave: 'actividades', titulo: 'Actividades realizadas', ayuda: 'Lo que se hizo en el mes, además de lo que ya dice la tabla.', lugar: 'despues' },
    { clave: 'siguientes', titulo: 'Actividades del mes siguiente', ayuda: 'Lo que toca hacer y quién lo hace.', lugar: 'despues' },
  ],
  final: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Objeto y alcance del informe.', lugar: 'antes' },
    { clave: 'cualitativo', titulo: 'Análisis cualitativo', ayuda: 'Qué dicen las respuestas sobre la inclusión de otros grupos, con su método.', lugar: 'despues' },
    { clave: 'concentrado', titulo: 'Concentrado de los informes mensuales', ayuda: 'Lo más importante de cada mes.', lugar: 'despues' },
    { clave: 'recomendaciones', titulo: 'Recomendaciones', ayuda: 'Qué conviene cambiar para los próximos procesos.', lugar: 'despues' },
  ],
  formato: [
    { clave: 'presentacion', titulo: 'Presentación', ayuda: 'Qué se presenta, a quién y para qué operación.', lugar: 'antes' },
    { clave: 'prototipo', titulo: 'Prototipo navegable', ayuda: 'Dónde se ve el prototipo del sitio de publicación y qué muestra.', lugar: 'antes' },
    { clave: 'observaciones', titulo: 'Observaciones', ayuda: 'Las de la reunión de trabajo y cómo se atendieron.', lugar: 'despues' },
  ],
} // prettier-ignore
