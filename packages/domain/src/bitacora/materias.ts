import { keysOf } from '../base/typed.ts'

/** Matters by which an auditoría looks for acts: the beginnings of the names of their acts. */
const RULES = {
  candidaturas: {
    nombre: 'Registro de candidaturas',
    actos: ['candidatura.', 'acuerdo.', 'importacion.', 'documento.', 'cuentas.entregadas'],
  },
  captura: { nombre: 'Captura y revisión', actos: ['captura.', 'correccion.', 'observacion.', 'seccion.', 'fotografia.'] },
  lecturas: {
    nombre: 'Lectura de datos personales',
    actos: [
      ...[
        'identidad.leida',
        'identidad.exportada',
        'identidad.codificada',
        'consentimiento.formato_leido',
        'consentimiento.solicitud_leida',
      ],
      ...['derecho.prueba_leida', 'derecho.documento_leido', 'derecho.expediente_descargado', 'derechos.acceso_leido'],
      ...['conclusion.datos_consultados', 'auditoria.'],
      ...['vulneracion.lecturas_consultadas', 'vulneracion.notificacion_leida'],
    ],
  },
  derechos: {
    nombre: 'Consentimiento y derechos ARCO',
    actos: ['consentimiento.', 'derecho.', 'derechos.', 'identidad.', 'aviso.', 'vulneracion.', 'proteccion.'],
  },
  retiros: { nombre: 'Bloqueos y errores reportados', actos: ['bloqueo.', 'reporte.'] },
  publicacion: { nombre: 'Publicación', actos: ['corte.', 'politica.'] },
  ine: {
    nombre: 'Actividades con el INE',
    actos: [
      ...['actividad.', 'entregable.', 'evento.', 'remision.', 'informe.', 'omisiones.', 'requerimiento.', 'expediente.'],
      ...['escenario.', 'calendario.', 'recordatorio.'],
    ],
  },
  sesiones: { nombre: 'Sesiones y cargos', actos: ['sesion.', 'integrante.'] },
  cuestionarios: { nombre: 'Cuestionarios y codificación', actos: ['borrador.', 'cuestionario.', 'codificacion.'] },
  exportaciones: { nombre: 'Exportaciones', actos: ['exportacion.', 'derechos.exportados'] },
  cuentas: { nombre: 'Cuentas y acceso', actos: ['acceso.', 'cuenta.', 'factor.', 'reposicion.'] },
  sistema: {
    nombre: 'Proceso y sistema',
    actos: ['bitacora.', 'proceso.', 'dato.', 'paquete.', 'plantilla.', 'conclusion.', 'llavero.', 'reloj.', 'respaldo.', 'simulacro.'],
  },
} as const satisfies Record<string, { nombre: string; actos: readonly string[] }>

export type MateriaBitacora = keyof typeof RULES
export const MATERIAS_BITACORA = keysOf(RULES)

export function nombreMateria(materia: MateriaBitacora): string {
  return RULES[materia].nombre
}

/** The matter of an act: the longest beginning that it has decides. */
export function materiaDe(acto: string): MateriaBitacora {
  const found = MATERIAS_BITACORA.flatMap((materia) => RULES[materia].actos.map((begins) => ({ materia, begins }))).filter(({ begins }) =>
    acto.startsWith(begins),
  )
  return found.reduce((best, next) => (next.begins.length > best.begins.length ? next : best), NONE).materia
}

const NONE: { materia: MateriaBitacora; begins: string } = { materia: 'sistema', begins: '' }
