/** Which claim of a hospital's provider may hold the address, as `npm run admin` sets it (`worker/auth/claims.ts`). */
export const addressClaims = ['email', 'preferred_username', 'upn', 'verified_primary_email'] as const
