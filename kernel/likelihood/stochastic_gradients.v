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

Print Assumptions batch_variance_without_replacement.
Print Assumptions noise_floor.
Print Assumptions noise_floor_of_the_loss.
Print Assumptions growing_noise_floor.
