export interface Authorization {
  token(): string | null
  /** Asks for a new token; rejects where nobody answers. */
  renew(): Promise<Response>
  /** Asks the person to prove her factor again; false: she would not. */
  confirm(): Promise<boolean>
  /** Called once the account has to sign in again. */
  expired(): void
}

export type Transport = (request: Request) => Promise<Response>

/**
 * A `fetch` that carries the access token and mends what a request may lack: an expired token is renewed, an old factor is proved again, and the
 * request is repeated. A server too busy to renew refuses the request for now, and ends no access.
 */
export function createAuthorizedFetch(authorization: Authorization, transport: Transport = (request) => fetch(request)): Transport {
  return async (request: Request): Promise<Response> => {
    const response = await sendRenewed(request)
    if (!(await isProblem(response, 403, 'acceso.factor_reciente'))) return response
    return (await authorization.confirm()) ? sendRenewed(request) : response
  }

  async function sendRenewed(request: Request): Promise<Response> {
    const response = await send(request)
    if (!(await isProblem(response, 401, 'acceso.requerido'))) return response
    const renewed = await authorization.renew()
    if (renewed.ok) return send(request)
    // One renewal answers everybody who waits for it, and each reads it.
    if (!isRefusal(renewed)) return renewed.clone()
    authorization.expired()
    return response
  }

  /** A copy leaves, so that the request can be repeated. */
  function send(request: Request): Promise<Response> {
    const leaving = request.clone()
    const token = authorization.token()
    if (token !== null) leaving.headers.set('authorization', `Bearer ${token}`)
    return transport(leaving)
  }
}

/** Whether the account has to sign in again; any other failure may pass. */
export function isRefusal({ status }: Response): boolean {
  return status === 401 || status === 403
}

/** A 401 may also be about a password or a code: only its own code says that the token expired. */
async function isProblem(response: Response, status: number, code: string): Promise<boolean> {
  if (response.status !== status) return false
  const problem = (await response
    .clone()
    .json()
    .catch(() => null)) as { code?: unknown } | null
  return problem?.code === code
}
