/** One clear sentence for each common failure at start; the rest keeps its message. */
export function startupSentence(error: unknown): string {
  const { code, message, name } = error as NodeJS.ErrnoException
  // By its name: server.ts and the process that it became have a copy of the class each.
  if (name === 'ConfigError') return message
  if (code === 'EADDRINUSE') return 'El puerto está ocupado: elija otro con PORT=3001 npm start.'
  if (code === 'ENOSPC') return 'No queda espacio en el disco: libere espacio y vuelva a intentar.'
  if (code === 'EACCES') return `No hay permiso para escribir: ${message}`
  if (code === 'ECONNREFUSED') return 'La base de datos no responde en la dirección de DATABASE_URL.'
  return `No se pudo iniciar: ${message}`
}
