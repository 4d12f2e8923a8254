import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

/** Asks the device to make a passkey; `options` are what the site's library asks for. */
export function makePasskey(options: object) {
  return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
}

/** Asks the device to show a passkey. */
export function showPasskey(options: object) {
  return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
}
