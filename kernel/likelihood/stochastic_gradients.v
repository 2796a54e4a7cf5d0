(** The equations of likelihood/stochastic-gradients, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** importance-weights: 13c5bf6d94dd2761 *)
Theorem importance_weights
    (R : comUnitRingType)
    (n : nat)
    (p : 'I_n -> R)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (W : Random)
    (w : 'I_n -> R)
    (g : 'I_n -> R)
    (sums_to_1 : \sum_(k_ < n) p k_ = 1)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (unit_2 : forall (i : 'I_n), ((p i) : R) \is a GRing.unit)
    (w_is : w = (fun (i : 'I_n) => (n%:R^-1 * (p i)^-1 * (g i))))
    (mean_of_W : E (W) = (\sum_(k < n) ((w k) * (p k)))) :
  (E W) = (n%:R^-1 * (\sum_(i_2 < n) (g i_2))) :> R.
Proof. prove. Qed.

(** batch-variance: cd3d0c32e2fcf980 *)
Theorem batch_variance
    (R : comUnitRingType)
    (b n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (G : 'I_b -> Random)
    (g : 'I_n -> R)
    (p : 'I_n -> R)
    (v : R)
    (gbar : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (b%:R : R) \is a GRing.unit)
    (unit_2 : (n%:R : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_n) => n%:R^-1))
    (mean_of_G : forall i_, E (G i_) = (\sum_(k < n) ((g k) * (p k))))
    (moment_of_G : forall i_ j_, E (G i_ * G j_) = (\sum_(k < n) ((g k) * (p k))) * (\sum_(k < n) ((g k) * (p k))) + ((\sum_(k_4 < n) (((g k_4) ^+ 2) * (p k_4))) + (- ((\sum_(k_3 < n) ((g k_3) * (p k_3))) ^+ 2))) *+ (i_ == j_))
    (gbar_is : gbar = (n%:R^-1 * (\sum_(i_3 < n) (g i_3))))
    (v_is : v = (n%:R^-1 * (\sum_(i_2 < n) (((g i_2) + (- gbar)) ^+ 2)))) :
  ((E (((b%:R^-1)%:A * (\sum_(j < b) (G j))) ^+ 2)) + (- ((E ((b%:R^-1)%:A * (\sum_(j_2 < b) (G j_2)))) ^+ 2))) = (v * b%:R^-1) :> R.
Proof. prove. Qed.

(** batch-variance-without-replacement: b5e6aeb7b5b17b7e *)
Theorem batch_variance_without_replacement
    (R : comUnitRingType)
    (n : nat)
    (gbar : R)
    (g : 'I_n -> R)
    (b : R)
    (v : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (gbar_is : gbar = (n%:R^-1 * (\sum_(i < n) (g i))))
    (unit_2 : (b : R) \is a GRing.unit)
    (unit_3 : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (v_is : v = (n%:R^-1 * (\sum_(i_3 < n) (((g i_3) + (- gbar)) ^+ 2)))) :
  (((b^-1 ^+ 2) * (\sum_(j < n) \sum_(i_2 < n) (((b * n%:R^-1 * (i_2 == j)%:R) + (b * n%:R^-1 * (n%:R + (- 1))^-1 * (1 + (- (i_2 == j)%:R)) * (b + (- 1)))) * (g i_2) * (g j)))) + (- (gbar ^+ 2))) = (v * b^-1 * (n%:R + (- 1))^-1 * (n%:R + (- b))) :> R.
Proof. prove. Qed.

(** noisy-step: 519cb96891b85b94 *)
Theorem noisy_step
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (x : R)
    (eta : R)
    (lambda : R)
    (epsilon : Random)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : E (epsilon) = 0)
    (moment_of_epsilon : E (epsilon * epsilon) = (sigma ^+ 2)) :
  (E (((x)%:A + (((- 1))%:A * (eta)%:A * (((x * lambda))%:A + epsilon))) ^+ 2)) = (((x ^+ 2) * ((1 + (- (eta * lambda))) ^+ 2)) + ((eta ^+ 2) * (sigma ^+ 2))) :> R.
Proof. prove. Qed.

(** noise-floor: de0ddc1f74a9504c *)
Theorem noise_floor
    (R : comUnitRingType)
    (V : R)
    (eta : R)
    (lambda : R)
    (sigma : R)
    (unit : (lambda : R) \is a GRing.unit)
    (unit_2 : ((2%:R + (- (eta * lambda))) : R) \is a GRing.unit)
    (V_is : V = (eta * lambda^-1 * (sigma ^+ 2) * (2%:R + (- (eta * lambda)))^-1)) :
  ((V * ((1 + (- (eta * lambda))) ^+ 2)) + ((eta ^+ 2) * (sigma ^+ 2))) = V :> R.
Proof. prove. Qed.

(** approach-to-the-floor: b0de3d1a3d0a138c *)
Theorem approach_to_the_floor
    (R : comUnitRingType)
    (k : nat)
    (q : R)
    (V : R)
    (eta : R)
    (lambda : R)
    (sigma : R)
    (rho : R)
    (x_0 : R)
    (unit : (lambda : R) \is a GRing.unit)
    (unit_2 : ((2%:R + (- (eta * lambda))) : R) \is a GRing.unit)
    (V_is : V = (eta * lambda^-1 * (sigma ^+ 2) * (2%:R + (- (eta * lambda)))^-1))
    (rho_is : rho = (1 + (- (eta * lambda))))
    (q_is : q = (V + ((rho ^+ (2 * k)) * ((x_0 ^+ 2) + (- V))))) :
  ((q * (rho ^+ 2)) + ((eta ^+ 2) * (sigma ^+ 2))) = (V + ((rho ^+ (2 * (k + 1))) * ((x_0 ^+ 2) + (- V)))) :> R.
Proof. prove. Qed.

(** noise-after-steps: 85c86c20cea6633a *)
Theorem noise_after_steps
    (R : comUnitRingType)
    (K : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (eta : R)
    (rho : R)
    (epsilon : 'I_K -> Random)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ * epsilon j_) = (sigma ^+ 2) *+ (i_ == j_))
    (unit : ((1 + (- (rho ^+ 2))) : R) \is a GRing.unit) :
  ((E ((\sum_(j < K) ((eta)%:A * ((rho ^+ (K - (j + 1))))%:A * (epsilon j))) ^+ 2)) + (- ((E (\sum_(j_2 < K) ((eta)%:A * ((rho ^+ (K - (j_2 + 1))))%:A * (epsilon j_2)))) ^+ 2))) = ((eta ^+ 2) * (sigma ^+ 2) * (1 + (- (rho ^+ 2)))^-1 * (1 + (- (rho ^+ (2 * K))))) :> R.
Proof. prove. Qed.

(** noise-floor-of-the-loss: 30d0ea520caf1bf9 *)
Theorem noise_floor_of_the_loss
    (R : comUnitRingType)
    (V : R)
    (eta : R)
    (lambda : R)
    (sigma : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (lambda : R) \is a GRing.unit)
    (unit_3 : ((2%:R + (- (eta * lambda))) : R) \is a GRing.unit)
    (V_is : V = (eta * lambda^-1 * (sigma ^+ 2) * (2%:R + (- (eta * lambda)))^-1))
    (unit_4 : ((4%:R + (- (2%:R * eta * lambda))) : R) \is a GRing.unit) :
  ((1 / 2%:R) * V * lambda) = (eta * (sigma ^+ 2) * (4%:R + (- (2%:R * eta * lambda)))^-1) :> R.
Proof. prove. Qed.

(** growing-noise-floor: a6d8a37a0149cf63 *)
Theorem growing_noise_floor
    (R : comUnitRingType)
    (V : R)
    (eta : R)
    (sigma : R)
    (lambda : R)
    (M : R)
    (unit : (((2%:R * lambda) + (- (eta * (M + (lambda ^+ 2))))) : R) \is a GRing.unit)
    (V_is : V = (eta * (sigma ^+ 2) * ((2%:R * lambda) + (- (eta * (M + (lambda ^+ 2)))))^-1)) :
  ((V * (((1 + (- (eta * lambda))) ^+ 2) + (M * (eta ^+ 2)))) + ((eta ^+ 2) * (sigma ^+ 2))) = V :> R.
Proof. prove. Qed.

Print Assumptions importance_weights.
Print Assumptions batch_variance.
Print Assumptions batch_variance_without_replacement.
Print Assumptions noisy_step.
Print Assumptions noise_floor.
Print Assumptions approach_to_the_floor.
Print Assumptions noise_after_steps.
Print Assumptions noise_floor_of_the_loss.
Print Assumptions growing_noise_floor.
