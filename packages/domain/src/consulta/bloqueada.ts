/** What stands in place of the name of a persona who is blocked. It says nothing of why. */
export const NOMBRE_BLOQUEADO = 'Información no disponible'
