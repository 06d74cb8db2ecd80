/** Text in place of a blocked persona's name. It says nothing of why. */
export const NOMBRE_BLOQUEADO = 'Información no disponible'
