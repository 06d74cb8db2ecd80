const DE_LA_BASE: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'La base de datos no responde en la dirección de DATABASE_URL: compruebe que PostgreSQL esté en marcha, y su puerto.'],
  ['ENOTFOUND', 'No existe el servidor que nombra DATABASE_URL: corrija su nombre.'],
  ['28P01', 'La base de datos no aceptó la contraseña de DATABASE_URL: corríjala, o désela en DATABASE_PASSWORD_FILE.'],
  ['28000', 'La base de datos no admite la cuenta de DATABASE_URL: corrija su nombre.'],
  ['3D000', 'No existe la base de datos que nombra DATABASE_URL: créela con createdb, o corrija su nombre.'],
  ['42501', 'La cuenta de DATABASE_URL no puede preparar la base de datos: debe ser superusuaria.'],
])

/** One clear sentence for each common failure at start; the rest keeps its message. */
export function startupSentence(error: unknown): string {
  const { code, message, name } = error as NodeJS.ErrnoException
  // By its name: server.ts and the process that it became have a copy of the class each.
  if (name === 'ConfigError') return message
  if (code === 'EADDRINUSE') return 'El puerto está ocupado: elija otro con PORT=3001 npm start.'
  if (code === 'ENOSPC') return 'No queda espacio en el disco: libere espacio y vuelva a intentar.'
  if (code === 'EACCES') return `No hay permiso para escribir: ${message}`
  return DE_LA_BASE.get(code ?? '') ?? `No se pudo iniciar: ${message}`
}
