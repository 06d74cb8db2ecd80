import type { Cuenta } from '../../../types/acceso.ts'

/** These sentences stand apart from the messages: the files of a real proceso are built without them. */
export const TEXTOS = {
  titulo: 'Cuentas de demostración',
  explica: 'Esto es un simulacro. Elija a una persona ficticia y entre sin contraseña ni código.',
  prueba: 'Pruebe primero:',
  codigo: 'Confirmar con el código de demostración',
  esperando: 'Esperando el código…',
  codigoExplica:
    'Una persona real abriría la aplicación de códigos de su teléfono. Cada código sirve una vez: el siguiente puede tardar 30 segundos.',
  vacio: 'Este simulacro no tiene cuentas de demostración.',
} as const

interface Role {
  nombre: string
  hace: string
  prueba: string
}

/** Each role in a sentence, and where somebody who never saw it begins. */
export const ROLES: Record<Cuenta['rol'], Role> = {
  captura: {
    nombre: 'Captura de un partido',
    hace: 'Llena los cuestionarios de las candidaturas de su partido.',
    prueba: 'abra una candidatura que diga «En captura» y conteste una sección.',
  },
  validacion: {
    nombre: 'Validación de un partido',
    hace: 'Revisa lo que se capturó y lo envía al instituto.',
    prueba: 'abra una candidatura completa y valídela.',
  },
  candidata: {
    nombre: 'Persona candidata',
    hace: 'Llena su propio cuestionario y decide qué se publica de su identidad.',
    prueba: 'abra su cuestionario y diga si acepta contestar.',
  },
  verificacion: {
    nombre: 'Revisión del instituto',
    hace: 'Revisa cada candidatura y la verifica o la observa.',
    prueba: 'abra la primera de la cola de revisión.',
  },
  secretaria: {
    nombre: 'Secretaría técnica',
    hace: 'Cuida el calendario, las sesiones y lo que se entrega al INE.',
    prueba: 'lea «Lo que toca hoy» y abra lo primero de la lista, si hay algo.',
  },
  transparencia: {
    nombre: 'Transparencia',
    hace: 'Atiende los derechos de las personas sobre sus datos.',
    prueba: 'registre una solicitud y vea cuándo vence.',
  },
  comision: {
    nombre: 'Comisión',
    hace: 'Consulta el avance y estudia lo que se vota en las sesiones.',
    prueba: 'abra «Sesiones» y vea cuál sigue, si hay alguna.',
  },
  administracion: {
    nombre: 'Administración del sistema',
    hace: 'Da de alta cuentas y mueve el reloj del simulacro.',
    prueba: 'adelante el reloj un día y vea qué cambia.',
  },
  auditoria: {
    nombre: 'Auditoría',
    hace: 'Lee todo lo que se hizo y no cambia nada.',
    prueba: 'busque en la bitácora quién leyó una respuesta de identidad.',
  },
}
