(** The equations of likelihood/adaptive-methods, proved by Coq's kernel for every size.

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

(** adagrad-one-term: 2914a10c85f77e17 *)
Theorem adagrad_one_term
    (R : comUnitRingType)
    (g : R)
    (sqrt : R -> R)
    (S : R)
    (root : (sqrt (S + (g ^+ 2))) * (sqrt (S + (g ^+ 2))) = (S + (g ^+ 2)))
    (unit : ((sqrt (S + (g ^+ 2))) : R) \is a GRing.unit)
    (root_2 : (sqrt S) * (sqrt S) = S) :
  ((g ^+ 2) * (sqrt (S + (g ^+ 2)))^-1) = ((2%:R * (sqrt (S + (g ^+ 2)))) + (- (2%:R * (sqrt S))) + (- ((sqrt (S + (g ^+ 2)))^-1 * (((sqrt (S + (g ^+ 2))) + (- (sqrt S))) ^+ 2)))) :> R.
Proof. prove. Qed.

(** running-mean-variance: acaf7d5dc8685ff7 *)
Theorem running_mean_variance
    (R : comUnitRingType)
    (t : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (beta : R)
    (g : 'I_t -> Random)
    (mu : R)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : ((1 + (- (beta ^+ t))) : R) \is a GRing.unit)
    (mean_of_g : forall i_, E (g i_) = mu)
    (moment_of_g : forall i_ j_, E (g i_ * g j_) = mu * mu + (sigma ^+ 2) *+ (i_ == j_))
    (unit_2 : ((1 + beta) : R) \is a GRing.unit) :
  ((E ((((1 + (- (beta ^+ t)))^-1)%:A * (\sum_(k < t) (((beta ^+ (t - (k + 1))))%:A * ((1 + (- beta)))%:A * (g k)))) ^+ 2)) + (- ((E (((1 + (- (beta ^+ t)))^-1)%:A * (\sum_(k_2 < t) (((beta ^+ (t - (k_2 + 1))))%:A * ((1 + (- beta)))%:A * (g k_2))))) ^+ 2))) = ((sigma ^+ 2) * (1 + beta)^-1 * (1 + (- (beta ^+ t)))^-1 * (1 + (beta ^+ t)) * (1 + (- beta))) :> R.
Proof. prove. Qed.

(** running-squared-weights: 5b9ffbd5769f0113 *)
Theorem running_squared_weights
    (R : comUnitRingType)
    (t : nat)
    (beta : R)
    (unit : ((1 + (- (beta ^+ 2))) : R) \is a GRing.unit) :
  (\sum_(k < t) ((beta ^+ (2 * (t - (k + 1)))) * ((1 + (- beta)) ^+ 2))) = (((1 + (- beta)) ^+ 2) * (1 + (- (beta ^+ 2)))^-1 * (1 + (- (beta ^+ (2 * t))))) :> R.
Proof. prove. Qed.

(** running-mean-weights: 4e274fb171349176 *)
Theorem running_mean_weights
    (R : comUnitRingType)
    (t : nat)
    (beta : R) :
  (\sum_(k < t) ((beta ^+ (t - (k + 1))) * (1 + (- beta)))) = (1 + (- (beta ^+ t))) :> R.
Proof. prove. Qed.

(** adam-bias: b094ac795e7b0273 *)
Theorem adam_bias
    (R : comUnitRingType)
    (t : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (beta : R)
    (g : 'I_t -> Random)
    (mu : R)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_g : forall i_, E (g i_) = mu) :
  (E (\sum_(k < t) (((beta ^+ (t - (k + 1))))%:A * ((1 + (- beta)))%:A * (g k)))) = (mu * (1 + (- (beta ^+ t)))) :> R.
Proof. prove. Qed.

(** adam-square-bias: 291a1347a288fb3a *)
Theorem adam_square_bias
    (R : comUnitRingType)
    (t : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (beta : R)
    (g : 'I_t -> Random)
    (mu : R)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_g : forall i_, E (g i_) = mu)
    (moment_of_g : forall i_ j_, E (g i_ * g j_) = mu * mu + (sigma ^+ 2) *+ (i_ == j_)) :
  (E (\sum_(k < t) (((beta ^+ (t - (k + 1))))%:A * ((g k) ^+ 2) * ((1 + (- beta)))%:A))) = ((1 + (- (beta ^+ t))) * ((mu ^+ 2) + (sigma ^+ 2))) :> R.
Proof. prove. Qed.

Print Assumptions adagrad_one_term.
Print Assumptions running_mean_variance.
Print Assumptions running_squared_weights.
Print Assumptions running_mean_weights.
Print Assumptions adam_bias.
Print Assumptions adam_square_bias.
